package dev.tradeoff.embed;

import dev.tradeoff.contract.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Comparisons of these tests' own, published by import. */
final class Publishing {

    private Publishing() {}

    static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @param scores of each option under each factor, which weigh 1, 2, 3, …; null: unknown */
    static Map<String, Object> comparison(String slug, String text, Double[][] scores) {
        var technologies =
                Service.get("/api/v1/technologies?limit=100").jsonPath().getList("items.slug", String.class);
        var options = new ArrayList<Map<String, Object>>();
        for (int option = 0; option < scores.length; option++) {
            options.add(Map.of(
                    "slug",
                    "option-" + option,
                    "technology",
                    technologies.get(option),
                    "name",
                    text + " " + option,
                    "tagline",
                    text,
                    "verdict",
                    text));
        }
        var factors = new ArrayList<Map<String, Object>>();
        for (int factor = 0; factor < scores[0].length; factor++) {
            var assessments = new ArrayList<Map<String, Object>>();
            for (int option = 0; option < scores.length; option++) {
                assessments.add(assessment("option-" + option, text, scores[option][factor]));
            }
            factors.add(Map.of(
                    "slug",
                    "factor-" + factor,
                    "name",
                    text + " " + factor,
                    "topic",
                    "topic",
                    "question",
                    text,
                    "weight",
                    factor + 1,
                    "scale",
                    Map.of("1", text, "3", text, "5", text),
                    "assessments",
                    assessments));
        }
        return Map.of(
                "slug", slug,
                "title", text,
                "question", text,
                "summary", text,
                "tags", List.of(),
                "options", options,
                "topics", List.of(Map.of("slug", "topic", "name", text)),
                "factors", factors);
    }

    private static Map<String, Object> assessment(String option, String text, Double score) {
        var assessment = new HashMap<String, Object>(Map.of(
                "option", option, "verdict", text, "confidence", "moderate", "rationale", text, "claims", List.of()));
        if (score == null) {
            assessment.put("scoreState", "unknown");
        } else {
            assessment.put("score", score);
        }
        return assessment;
    }

    static void publish(Map<String, Object> comparison) {
        Service.as("publisher")
                .contentType("application/json")
                .body(comparison)
                .post("/api/v1/import")
                .then()
                .statusCode(200);
    }

    /** A comparison of that slug in which the first option is ahead or behind by so much. */
    static void publish(String slug, double first, double second) {
        publish(comparison(slug, "Choice", new Double[][] {{first, first, first}, {second, second, second}}));
    }
}
