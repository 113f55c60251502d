package dev.tradeoff.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.search.KnowledgeIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * What people ask of the first content finds what they mean. Prints the two figures that docs/search.md has, and what is
 * missed.
 */
class JudgedQuestionsTest {

    private static final int DEPTH = 100;
    private static final int SHOWN = 3;
    private static final double LEAST_RECIPROCAL_RANK = 0.93;
    private static final double LEAST_RECALL = 0.98;

    /**
     * A question.
     *
     * @param first lines, of each of which one thing has to be among the first three
     */
    private record Judged(String q, String why, List<List<String>> first) {}

    @Test
    void what_is_asked_is_among_the_first_three() throws IOException {
        var state = FirstIndex.state();
        var misses = new ArrayList<String>();
        double reciprocal = 0;
        double recall = 0;
        var questions = questions();
        for (var judged : questions) {
            var found = found(state, judged.q());
            int best = judged.first().stream()
                    .mapToInt(line -> rank(found, line))
                    .min()
                    .orElseThrow();
            long recalled = judged.first().stream()
                    .filter(line -> rank(found, line) <= SHOWN)
                    .count();
            reciprocal += best > DEPTH ? 0 : 1.0 / best;
            recall += (double) recalled / judged.first().size();
            if (best > 1 || recalled < judged.first().size()) {
                misses.add("%s  (first at %d)  wanted %s  got %s"
                        .formatted(judged.q(), best, judged.first(), found.subList(0, Math.min(4, found.size()))));
            }
        }
        var report = String.format(
                Locale.ROOT,
                "%d questions: mean reciprocal rank %.3f, recall at 3 %.3f%n%s",
                questions.size(),
                reciprocal / questions.size(),
                recall / questions.size(),
                String.join("\n", misses));
        System.out.println(report);
        assertThat(questions).hasSize(60);
        assertThat(reciprocal / questions.size()).as(report).isGreaterThanOrEqualTo(LEAST_RECIPROCAL_RANK);
        assertThat(recall / questions.size()).as(report).isGreaterThanOrEqualTo(LEAST_RECALL);
    }

    private static List<String> found(KnowledgeIndex.State state, String q) {
        return FirstIndex.find(state, q, DEPTH).hits().stream()
                .map(hit -> {
                    var place = Place.of(hit.key());
                    return hit.kind() + " "
                            + (place.comparison() == null ? "" : place.comparison() + "/")
                            + place.slug();
                })
                .toList();
    }

    /** 1 for the first; beyond the depth, if there is none. */
    private static int rank(List<String> found, List<String> anyOf) {
        return anyOf.stream()
                .mapToInt(found::indexOf)
                .filter(index -> index >= 0)
                .map(index -> index + 1)
                .min()
                .orElse(DEPTH + 1);
    }

    private static List<Judged> questions() throws IOException {
        try (var file = JudgedQuestionsTest.class.getResourceAsStream("/search/judged.yaml")) {
            return new YAMLMapper().readValue(Objects.requireNonNull(file), new TypeReference<>() {});
        }
    }
}
