package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.json.JsonRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Requirements in JSON, answered from a comparison. */
final class Answers {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper());

    private static final ObjectMapper YAML = JsonRules.apply(new YAMLMapper());

    private final Recommender recommender;

    private Answers(Comparison comparison) {
        this.recommender = recommender(comparison);
    }

    /** From a comparison of the first content. */
    static Answers of(String slug) {
        return from(bundled(slug));
    }

    static Answers from(Comparison comparison) {
        return new Answers(comparison);
    }

    static Comparison bundled(String slug) {
        try (var file = Answers.class.getResourceAsStream("/content/comparisons/" + slug + ".yaml")) {
            return YAML.readValue(Objects.requireNonNull(file), Comparison.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Comparison comparison(String yaml) {
        try {
            return YAML.readValue(yaml, Comparison.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Requirements requirements(String json) {
        try {
            var read = JSON.readValue(json, Requirements.class);
            RequirementsForm.check(read);
            return read;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    TailoredRecommendation to(String requirements) {
        return to(requirements(requirements));
    }

    TailoredRecommendation to(Requirements requirements) {
        return recommender.recommend(complete(requirements));
    }

    static Recommender recommender(Comparison comparison) {
        return new Recommender(
                comparison,
                1,
                TODAY,
                Evidence.of(comparison, EvidenceSettings.DEFAULT, TODAY),
                EvidenceSettings.DEFAULT);
    }

    Requirements complete(Requirements requirements) {
        return recommender.complete(requirements, UnaryOperator.identity());
    }

    static TailoredRecommendation.RankedOption ranked(TailoredRecommendation answer, String option) {
        return answer.ranking().stream()
                .filter(ranked -> ranked.option().equals(option))
                .findFirst()
                .orElseThrow();
    }

    static TailoredRecommendation.Contribution contribution(
            TailoredRecommendation answer, String option, String factor) {
        return ranked(answer, option).contributions().stream()
                .filter(contribution -> contribution.factor().equals(factor))
                .findFirst()
                .orElseThrow();
    }
}
