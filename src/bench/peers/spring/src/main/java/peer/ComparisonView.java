package peer;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is answered. */
record ComparisonView(
        String slug,
        String title,
        String question,
        String summary,
        List<String> tags,
        int revision,
        Instant publishedAt,
        List<OptionView> options,
        List<TopicView> topics,
        List<FactorView> factors,
        List<String> findings,
        List<UseCaseView> useCases,
        List<String> claims,
        List<String> sources,
        List<FaqView> faqs,
        List<String> recommendations) {

    static ComparisonView of(Comparison c) {
        return new ComparisonView(
                c.slug,
                c.title,
                c.question,
                c.summary,
                c.tags,
                c.revision,
                c.publishedAt,
                c.options.stream().map(OptionView::of).toList(),
                c.topics.stream().map(TopicView::of).toList(),
                c.factors.stream().map(FactorView::of).toList(),
                List.of(),
                c.useCases.stream().map(UseCaseView::of).toList(),
                List.of(),
                List.of(),
                c.faqs.stream().map(FaqView::of).toList(),
                List.of());
    }

    record OptionView(
            String slug,
            String technology,
            String name,
            String tagline,
            String summary,
            List<String> bestFor,
            String verdict) {

        static OptionView of(Option o) {
            return new OptionView(o.slug, o.technology, o.name, o.tagline, o.summary, o.bestFor, o.verdict);
        }
    }

    record TopicView(String slug, String name, String summary) {

        static TopicView of(Topic t) {
            return new TopicView(t.slug, t.name, t.summary);
        }
    }

    record FactorView(
            String slug,
            String name,
            String topic,
            String question,
            String kind,
            double weight,
            @JsonRawValue String scale,
            List<AssessmentView> assessments) {

        static FactorView of(Factor f) {
            return new FactorView(
                    f.slug,
                    f.name,
                    f.topic.slug,
                    f.question,
                    f.kind,
                    f.weight,
                    f.scale,
                    f.assessments.stream()
                            .sorted(Comparator.comparing(a -> a.option.id))
                            .map(AssessmentView::of)
                            .toList());
        }
    }

    record AssessmentView(
            String option, String verdict, Double score, String confidence, String rationale, List<String> claims) {

        static AssessmentView of(Assessment a) {
            return new AssessmentView(a.option.slug, a.verdict, a.score, a.confidence, a.rationale, List.of());
        }
    }

    record UseCaseView(
            String slug,
            String name,
            String description,
            List<String> examples,
            List<FitView> fits,
            Map<String, Double> weights) {

        static UseCaseView of(UseCase u) {
            return new UseCaseView(
                    u.slug,
                    u.name,
                    u.description,
                    u.examples,
                    u.fits.stream()
                            .sorted(Comparator.comparing(f -> f.option.id))
                            .map(FitView::of)
                            .toList(),
                    u.weights.entrySet().stream()
                            .collect(Collectors.toMap(weight -> weight.getKey().slug, Map.Entry::getValue)));
        }
    }

    record FitView(String option, String fit, String rationale) {

        static FitView of(Fit f) {
            return new FitView(f.option.slug, f.fit, f.rationale);
        }
    }

    record FaqView(
            String slug,
            String question,
            String answer,
            List<String> options,
            List<String> factors,
            List<String> useCases,
            List<String> claims) {

        static FaqView of(Faq f) {
            return new FaqView(f.slug, f.question, f.answer, f.options, f.factors, f.useCases, List.of());
        }
    }
}
