package dev.tradeoff.promises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A comparison of many options and factors, several megabytes of it. */
final class LargeComparison {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TECHNOLOGIES =
            List.of("nodejs", "python", "django", "flask", "fastapi", "express");

    private LargeComparison() {}

    /**
     * As JSON.
     *
     * @param edition goes into every tenth assessment, so that two editions differ in a tenth of them
     */
    static String of(int options, int factors, int edition) {
        var claims = Math.min(1_000, options * factors);
        var comparison = Map.of(
                "title", "Many and more",
                "question", "Which of " + options + "?",
                "summary", "As large as a comparison may be expected to get.",
                "tags", List.of("large"),
                "options",
                        each(
                                options,
                                i -> Map.of(
                                        "slug",
                                        "option-" + i,
                                        "technology",
                                        TECHNOLOGIES.get(i % TECHNOLOGIES.size()),
                                        "name",
                                        "Option " + i,
                                        "summary",
                                        words(40, i))),
                "topics", each(10, i -> Map.of("slug", "topic-" + i, "name", "Topic " + i)),
                "factors",
                        each(
                                factors,
                                f -> Map.of(
                                        "slug", "factor-" + f,
                                        "name", "Factor " + f,
                                        "topic", "topic-" + f % 10,
                                        "question", "How much of " + f + "?",
                                        "weight", 1 + f % 5,
                                        "scale", Map.of("1", "little", "3", "some", "5", "much"),
                                        "assessments",
                                                each(
                                                        options,
                                                        o -> Map.of(
                                                                "option",
                                                                "option-" + o,
                                                                "verdict",
                                                                words(8, f + o),
                                                                "score",
                                                                1 + (f + o + ((f + o) % 10 == 0 ? edition : 0)) % 5,
                                                                "confidence",
                                                                "moderate",
                                                                "rationale",
                                                                words(50, f * o),
                                                                "claims",
                                                                List.of("claim-" + (f * options + o) % claims))))),
                "claims",
                        each(
                                claims,
                                c -> Map.of(
                                        "slug",
                                        "claim-" + c,
                                        "option",
                                        "option-" + c % options,
                                        "subject",
                                        TECHNOLOGIES.get(c % TECHNOLOGIES.size()),
                                        "metric",
                                        "requests-per-second",
                                        "value",
                                        1_000 + c,
                                        "unit",
                                        "1/s",
                                        "statement",
                                        words(12, c))));
        try {
            return JSON.writeValueAsString(comparison);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Map<String, Object>> each(int many, IntFunction<Map<String, Object>> one) {
        return IntStream.range(0, many).mapToObj(one).toList();
    }

    /** Of a vocabulary of a few thousand words, as people have it. */
    private static String words(int many, int seed) {
        var text = new StringBuilder("It");
        for (int i = 1; i < many; i++) {
            text.append(' ').append(Integer.toString(50_000 + (seed + 17) * (i + 31) % 4_001, 36));
        }
        return text.append('.').toString();
    }
}
