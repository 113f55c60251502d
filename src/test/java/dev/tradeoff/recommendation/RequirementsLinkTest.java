package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A link says all that was asked, and reads back as the same. */
class RequirementsLinkTest {

    private final Answers backend = Answers.of("nodejs-vs-python-backend");

    private static Map<String, List<String>> query(String link) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var pair : link.substring(link.indexOf('?') + 1).split("&")) {
            var parts = pair.split("=", 2);
            query.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"useCases\": [\"saas-products\", \"startup-mvp\"]}",
                "{\"weights\": {\"learning-curve\": 0.25, \"concurrency\": 5}}",
                "{\"priorities\": [\"ecosystem\", \"concurrency\", \"learning-curve\"], \"seed\": -7, \"samples\": 1}",
                "{\"pairwise\": [{\"factor\": \"concurrency\", \"over\": \"learning-curve\", \"by\": 0.2}]}",
                "{\"constraints\": [{\"factor\": \"ecosystem\", \"minimum\": 3, \"maximum\": 4.5}, {\"factor\": \"real-time\", \"maximum\": 4}]}",
                "{\"constraints\": [{\"factor\": \"ecosystem\", \"minimum\": 3}, {\"factor\": \"real-time\", \"maximum\": 4}, {\"factor\": \"ecosystem\", \"maximum\": 4.5}]}",
                "{\"experience\": {\"python\": \"some\", \"nodejs\": \"none\"}, \"method\": \"promethee-ii\"}",
                "{\"method\": \"vikor\", \"normalisation\": \"scale\", \"asOf\": \"2026-01-31\", \"revision\": 1}",
            })
    void what_is_written_reads_back_as_the_same(String json) {
        var complete = backend.complete(Answers.requirements(json));
        var link = RequirementsLink.write("nodejs-vs-python-backend", complete);
        assertThat(backend.complete(RequirementsLink.read(query(link)))).isEqualTo(complete);
    }

    @Test
    void the_link_carries_what_was_asked_and_not_what_was_made_of_it() {
        var answer = backend.to("{\"useCases\": [\"saas-products\"]}");
        assertThat(answer.link())
                .isEqualTo("/api/v1/comparisons/nodejs-vs-python-backend/tailored-recommendation?useCase=saas-products"
                        + "&method=weighted-sum&normalisation=scale&revision=1&asOf=2026-11-22&samples=10000&seed=1");
    }

    @Test
    void the_answer_to_a_link_is_the_answer_that_gave_it() {
        var answer = backend.to("""
                {"weights": {"ecosystem": 3, "concurrency": 2}, "experience": {"python": "good"}, "method": "topsis"}""");
        assertThat(backend.to(RequirementsLink.read(query(answer.link())))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "weight[concurrency]=heavy, weight[concurrency]",
        "weight[concurrency]=-1, weight[concurrency]",
        "weight[concurrency]=1e-999999999, weight[concurrency]",
        "experience[nodejs]=guru, experience[nodejs]",
        "minimum[ecosystem]=three, minimum[ecosystem]",
        "maximum[ecosystem]=1e99999, maximum[ecosystem]",
        "method=dice, method",
        "samples=0, samples",
        "samples=many, samples",
        "samples=99999999999, samples",
        "seed=1.5, seed",
        "seed=9007199254740992, seed",
        "seed=-9223372036854775808, seed",
        "revision=0, revision",
        "asOf=yesterday, asOf",
        "asOf=2026-02-30, asOf",
        "pairwise=concurrency>ecosystem, pairwise",
        "pairwise=concurrency:ecosystem:0, pairwise",
    })
    void what_cannot_be_read_names_its_parameter(String query, String parameter) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RequirementsLink.read(query("?" + query)))
                .satisfies(refused -> assertThat(refused.problem())
                        .isInstanceOfSatisfying(
                                Problem.InvalidParameter.class,
                                problem -> assertThat(problem.parameter()).isEqualTo(parameter)));
    }

    @ParameterizedTest
    @CsvSource({
        "minimum, 2, minimum[…] or maximum[…]",
        "weight, 2, weight[…]",
        "experience, good, experience[…]",
    })
    void too_many_of_a_kind_are_refused_as_a_whole(String name, String value, String parameter) {
        var many = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < 1_001; i++) {
            many.put(name + "[x" + i + "]", List.of(value));
        }
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RequirementsLink.read(many))
                .satisfies(refused -> assertThat(refused.problem())
                        .isInstanceOfSatisfying(
                                Problem.InvalidParameter.class,
                                problem -> assertThat(problem.parameter()).isEqualTo(parameter)));
    }

    @Test
    void lists_may_be_repeated_as_well_as_written_with_commas() {
        assertThat(RequirementsLink.read(Map.of("useCase", List.of("a,b", "c"))).useCases())
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_time_stands_for_its_day_in_utc() {
        assertThat(RequirementsLink.read(Map.of("asOf", List.of("2026-11-25T23:30:00-02:00")))
                        .asOf())
                .isEqualTo("2026-11-26");
    }
}
