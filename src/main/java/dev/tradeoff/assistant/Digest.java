package dev.tradeoff.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceFinding;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.UseCase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as an assistant is told it: what matters for a decision, with the claims that it rests on.
 *
 * @param asOf the day up to which claims have aged
 * @param factors null, as the other parts, where it was not asked for
 * @param citations the claims that the parts name, the first so many
 * @param citationsLeftOut how many more they name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Digest(
        String comparison,
        int revision,
        LocalDate asOf,
        String title,
        String question,
        String summary,
        List<String> tags,
        @Nullable List<ToldOption> options,
        @Nullable List<ToldFactor> factors,
        @Nullable List<ToldUseCase> useCases,
        @Nullable List<Recommendation> recommendations,
        @Nullable List<Finding> findings,
        @Nullable List<ToldFaq> faqs,
        @Nullable List<ToldEvidence> evidence,
        List<Citation> citations,
        int citationsLeftOut,
        String page,
        String api) {

    private static final int MOST_CITATIONS = 50;

    record ToldOption(
            String slug,
            String technology,
            String name,
            String tagline,
            String summary,
            List<String> bestFor,
            String verdict) {

        static ToldOption of(Option option) {
            return new ToldOption(
                    option.slug(),
                    option.technology(),
                    option.name(),
                    option.tagline(),
                    option.summary(),
                    option.bestFor(),
                    option.verdict());
        }
    }

    /** @param scale of a rating: what scores mean */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldFactor(
            String slug,
            String name,
            String topic,
            String question,
            Factor.Kind kind,
            @Nullable BigDecimal weight,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> scale,
            @Nullable String unit,
            Factor.@Nullable Direction direction,
            @Nullable BigDecimal worst,
            @Nullable BigDecimal best,
            List<ToldAssessment> assessments) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToldAssessment(
            String option,
            String verdict,
            @Nullable BigDecimal score,
            Assessment.@Nullable ScoreState scoreState,
            @Nullable BigDecimal value,
            Assessment.@Nullable Confidence confidence,
            @Nullable String rationale,
            List<String> claims,
            List<String> weakClaims) {}

    record ToldUseCase(
            String slug,
            String name,
            String description,
            List<String> examples,
            List<UseCase.Fit> fits,
            Map<String, BigDecimal> weights) {

        static ToldUseCase of(UseCase useCase) {
            return new ToldUseCase(
                    useCase.slug(),
                    useCase.name(),
                    useCase.description(),
                    useCase.examples(),
                    useCase.fits(),
                    useCase.weights());
        }
    }

    record ToldFaq(
            String slug,
            String question,
            String answer,
            List<String> options,
            List<String> claims,
            List<String> weakClaims) {}

    record ToldEvidence(
            EvidenceFinding.Kind kind,
            EvidenceFinding.Severity severity,
            List<String> claims,
            String detail,
            String settles) {

        static ToldEvidence of(EvidenceFinding finding) {
            return new ToldEvidence(
                    finding.kind(), finding.severity(), finding.claims(), finding.detail(), finding.settles());
        }
    }

    static Digest of(Judged judged, Set<Part> parts, Links links) {
        return new Telling(judged, parts, links).digest();
    }

    /** One comparison being told. */
    private static final class Telling {

        private final Judged judged;
        private final Comparison content;
        private final Evidence evidence;
        private final Set<Part> parts;
        private final Links links;
        private final Set<String> named = new LinkedHashSet<>();

        Telling(Judged judged, Set<Part> parts, Links links) {
            this.judged = judged;
            this.content = judged.state().comparison();
            this.evidence = judged.evidence();
            this.parts = parts;
            this.links = links;
        }

        Digest digest() {
            var options = part(Part.OPTIONS, content.options().stream().map(ToldOption::of));
            var factors = part(Part.FACTORS, content.factors().stream().map(this::factor));
            var useCases = part(Part.USE_CASES, content.useCases().stream().map(ToldUseCase::of));
            var recommendations = part(Part.RECOMMENDATIONS, content.recommendations().stream());
            var findings = part(Part.FINDINGS, content.findings().stream().map(this::statement));
            var faqs = part(Part.FAQS, content.faqs().stream().map(this::faq));
            var issues = part(Part.EVIDENCE, evidence.findings().stream().map(this::finding));
            var cited = new CitedClaim.Of(judged, links)
                    .citations(named.stream().limit(MOST_CITATIONS).toList());
            return new Digest(
                    content.slug(),
                    judged.state().revision(),
                    judged.asOf(),
                    content.title(),
                    content.question(),
                    content.summary(),
                    content.tags(),
                    options,
                    factors,
                    useCases,
                    recommendations,
                    findings,
                    faqs,
                    issues,
                    cited,
                    Math.max(0, named.size() - MOST_CITATIONS),
                    links.page(content.slug()),
                    links.api(content.slug()));
        }

        private <T> @Nullable List<T> part(Part part, Stream<T> told) {
            return parts.contains(part) ? told.toList() : null;
        }

        private ToldFactor factor(Factor factor) {
            return new ToldFactor(
                    factor.slug(),
                    factor.name(),
                    factor.topic(),
                    factor.question(),
                    factor.kind(),
                    factor.weight(),
                    factor.scale(),
                    factor.unit(),
                    factor.direction(),
                    factor.worst(),
                    factor.best(),
                    factor.assessments().stream().map(this::assessment).toList());
        }

        private ToldAssessment assessment(Assessment assessment) {
            named.addAll(assessment.claims());
            return new ToldAssessment(
                    assessment.option(),
                    assessment.verdict(),
                    assessment.score(),
                    assessment.scoreState(),
                    assessment.value(),
                    assessment.confidence(),
                    parts.contains(Part.RATIONALES) ? assessment.rationale() : null,
                    assessment.claims(),
                    evidence.weak(assessment.claims()));
        }

        private Finding statement(Finding finding) {
            named.addAll(finding.claims());
            return finding;
        }

        private ToldFaq faq(Faq faq) {
            named.addAll(faq.claims());
            return new ToldFaq(
                    faq.slug(), faq.question(), faq.answer(), faq.options(), faq.claims(), evidence.weak(faq.claims()));
        }

        private ToldEvidence finding(EvidenceFinding finding) {
            named.addAll(finding.claims());
            return ToldEvidence.of(finding);
        }
    }
}
