package dev.tradeoff.evidence;

import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What claims do not say about themselves: where they come from, of when they are, under which conditions. */
final class Provenance {

    private final List<Claim> claims;
    private final Map<String, Source> sources;
    private final Report report;

    Provenance(Comparison comparison, Report report) {
        this.claims = comparison.claims();
        this.sources = comparison.sources().stream()
                .collect(Collectors.toMap(Source::slug, source -> source, (first, second) -> first));
        this.report = report;
    }

    void find() {
        find(Kind.UNSOURCED, ClaimIssue.UNSOURCED, this::isUnsourced);
        find(Kind.UNDATED, ClaimIssue.UNDATED, claim -> claim.observedOn() == null);
        find(Kind.UNCONDITIONED, ClaimIssue.UNCONDITIONED, claim -> claim.conditions() == null);
        claims.stream()
                .filter(claim -> claim.rank() == Claim.Rank.DEPRECATED)
                .forEach(claim -> report.mark(ClaimIssue.DEPRECATED, claim));
    }

    private boolean isUnsourced(Claim claim) {
        var source = source(claim.source());
        return source == null || source.kind() == Source.Kind.SECONDARY && claim.origin() == null;
    }

    private @Nullable Source source(@Nullable String slug) {
        return slug == null ? null : sources.get(slug);
    }

    /** One finding for the claims of each source; those without one are together. */
    private void find(Kind kind, ClaimIssue issue, Predicate<Claim> lacks) {
        var bySource = new LinkedHashMap<String, List<String>>();
        claims.stream().filter(lacks).forEach(claim -> {
            report.mark(issue, claim);
            var source = claim.source() == null ? "" : claim.source();
            bySource.computeIfAbsent(source, slug -> new ArrayList<>()).add(claim.slug());
        });
        bySource.forEach((source, lacking) -> report.add(new EvidenceFinding(
                kind, lacking, detail(kind, source, lacking.size()), List.of(), settles(kind, source))));
    }

    private String detail(Kind kind, String source, int many) {
        var whose = source.isEmpty() ? "no source" : "the source " + source;
        var found = (many == 1 ? "1 claim of " + whose + " is " : many + " claims of " + whose + " are ") + kind.slug();
        return kind == Kind.UNSOURCED && source(source) != null
                ? found + ": it repeats what others have found, and does not say whom."
                : found + ".";
    }

    private String settles(Kind kind, String source) {
        var known = source(source);
        return switch (kind) {
            case UNSOURCED -> unsourced(known, source);
            case UNDATED ->
                "Write down when each was observed (`observedOn`)"
                        + (known == null || known.publishedOn() == null
                                ? "."
                                : "; the source itself was published on " + known.publishedOn() + ".");
            case UNCONDITIONED ->
                "Write down under which conditions each was found (`conditions`): of a measurement, the hardware, the version and the load.";
            case CONTRADICTION, OUTLIER, CONDITIONS_DIFFER, STALE, CONSISTENT ->
                throw new IllegalArgumentException(kind + " is not about what a claim lacks");
        };
    }

    private static String unsourced(@Nullable Source known, String source) {
        if (known != null) {
            return "Write down where the source has each of them from (`origin`), or name the primary source itself (`source`).";
        }
        return source.isEmpty()
                ? "Name where each of them comes from (`source`); a judgement of your own has an editorial source."
                : "Describe the source " + source + ": it is named, and not there.";
    }
}
