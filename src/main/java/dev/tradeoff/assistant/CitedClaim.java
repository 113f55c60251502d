package dev.tradeoff.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it can be cited: what is said, by whom, when, what is the matter with it, and where to look.
 *
 * @param issues all that the linter finds
 * @param weak whether one of them makes it weak
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CitedClaim(
        String comparison,
        int revision,
        String claim,
        String statement,
        String option,
        String subject,
        @Nullable String factor,
        String metric,
        @Nullable BigDecimal value,
        Claim.@Nullable Range range,
        @Nullable String text,
        @Nullable String unit,
        @Nullable String conditions,
        @Nullable String comparedTo,
        @Nullable LocalDate observedOn,
        @Nullable String origin,
        Claim.Rank rank,
        Collection<ClaimIssue> issues,
        boolean weak,
        @Nullable CitedSource source,
        String page,
        String api) {

    /** Who says so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CitedSource(
            Source.@Nullable Kind kind,
            String title,
            String publisher,
            @Nullable String url,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate retrievedOn) {

        static CitedSource of(Source source) {
            return new CitedSource(
                    source.kind(),
                    source.title(),
                    source.publisher(),
                    source.url(),
                    source.publishedOn(),
                    source.retrievedOn());
        }
    }

    /** The claims of one revision, on a day. */
    static final class Of {

        private final String comparison;
        private final int revision;
        private final Map<String, Claim> claims;
        private final Map<String, Source> sources;
        private final Evidence evidence;
        private final Links links;

        Of(Judged judged, Links links) {
            var content = judged.state().comparison();
            this.comparison = content.slug();
            this.revision = judged.state().revision();
            this.claims = content.claims().stream().collect(Collectors.toMap(Claim::slug, Function.identity()));
            this.sources = content.sources().stream().collect(Collectors.toMap(Source::slug, Function.identity()));
            this.evidence = judged.evidence();
            this.links = links;
        }

        /** In the order given, each once; what names no claim of this revision is passed over. */
        List<CitedClaim> cited(Collection<String> slugs) {
            return slugs.stream()
                    .distinct()
                    .map(claims::get)
                    .filter(Objects::nonNull)
                    .map(this::cited)
                    .toList();
        }

        /** The same, told in short. */
        List<Citation> citations(Collection<String> slugs) {
            return cited(slugs).stream().map(Citation::of).toList();
        }

        private CitedClaim cited(Claim claim) {
            var source = claim.source() == null ? null : sources.get(claim.source());
            return new CitedClaim(
                    comparison,
                    revision,
                    claim.slug(),
                    claim.statement(),
                    claim.option(),
                    claim.subject(),
                    claim.factor(),
                    claim.metric(),
                    claim.value(),
                    claim.range(),
                    claim.text(),
                    claim.unit(),
                    claim.conditions(),
                    claim.comparedTo(),
                    claim.observedOn(),
                    claim.origin(),
                    claim.rank(),
                    evidence.issues(claim.slug()),
                    !evidence.weaknesses(claim.slug()).isEmpty(),
                    source == null ? null : CitedSource.of(source),
                    links.page(comparison),
                    links.claim(comparison, revision, claim.slug()));
        }
    }
}
