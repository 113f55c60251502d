package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.WEIGHTS;
import static dev.tradeoff.analysis.Asking.computed;
import static dev.tradeoff.analysis.Asking.figures;
import static dev.tradeoff.analysis.Asking.post;
import static dev.tradeoff.analysis.Asking.refused;
import static dev.tradeoff.analysis.Asking.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights from judgements and from orders. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class WeightsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void consistent_judgements_leave_nothing_to_revisit() {
        var answer = computed(
                WEIGHTS, "{\"pairwise\": [[1, 6, 3], [0.16666666666666666, 1, 0.5], [0.3333333333333333, 2, 1]]}");
        assertThat(figures(answer.path("weights"))).containsExactly(new double[] {2 / 3.0, 1 / 9.0, 2 / 9.0}, CLOSE);
        assertThat(answer.path("lambdaMax").doubleValue()).isCloseTo(3, CLOSE);
        assertThat(answer.path("consistencyRatio").doubleValue()).isCloseTo(0, CLOSE);
        assertThat(answer.path("consistent").asBoolean()).isTrue();
        assertThat(answer.path("randomIndex").doubleValue()).isEqualTo(0.58);
        assertThat(answer.path("randomIndexTable").asText()).isEqualTo("saaty-1980");
        assertThat(answer.path("revisit").isNull()).isTrue();
    }

    @Test
    void the_judgement_that_fits_the_others_least_is_named_from_0() {
        var answer = computed(
                WEIGHTS,
                "{\"pairwise\": [[1, 2, 4, 9], [0.5, 1, 2, 0.25], [0.25, 0.5, 1, 2], [0.1111111111111111, 4, 0.5, 1]]}");
        assertThat(answer.path("consistent").asBoolean()).isFalse();
        assertThat(answer.at("/revisit/row").asInt()).isEqualTo(1);
        assertThat(answer.at("/revisit/column").asInt()).isEqualTo(3);
        assertThat(answer.at("/revisit/judgement").doubleValue()).isEqualTo(0.25);
        assertThat(answer.at("/revisit/suggested").doubleValue()).isGreaterThan(1);
    }

    @Test
    void beyond_15_criteria_the_random_index_is_another() {
        assertThat(computed(WEIGHTS, "{\"pairwise\": " + ones(16) + "}")
                        .path("randomIndexTable")
                        .asText())
                .isEqualTo("alonso-lamata-2006");
    }

    @Test
    void an_order_gives_centroid_weights_and_says_nothing_of_judgements() {
        var answer = computed(WEIGHTS, "{\"order\": [\"a\", \"b\"]}");
        assertThat(figures(answer.path("weights"))).containsExactly(new double[] {0.75, 0.25}, CLOSE);
        for (var field : new String[] {
            "lambdaMax",
            "consistencyIndex",
            "consistencyRatio",
            "randomIndex",
            "randomIndexTable",
            "consistent",
            "revisit"
        }) {
            assertThat(answer.path(field).isNull()).as(field).isTrue();
        }
    }

    @Test
    void one_criterion_has_all_the_weight() {
        assertThat(figures(computed(WEIGHTS, "{\"pairwise\": [[1]]}").path("weights")))
                .containsExactly(1);
        assertThat(figures(computed(WEIGHTS, "{\"order\": [\"a\"]}").path("weights")))
                .containsExactly(1);
        assertThat(computed(WEIGHTS, "{\"pairwise\": [[1, 3], [0.3333333333333333, 1]]}")
                        .path("consistencyRatio")
                        .doubleValue())
                .isZero();
    }

    @Test
    void two_hundred_criteria_are_taken_and_no_more() {
        assertThat(DoubleStream.of(figures(computed(WEIGHTS, "{\"pairwise\": " + ones(200) + "}")
                                .path("weights")))
                        .sum())
                .isCloseTo(1, CLOSE);
        assertThat(refused(WEIGHTS, "{\"pairwise\": " + ones(201) + "}", 422)).containsOnlyKeys("/pairwise");
        assertThat(computed(WEIGHTS, "{\"order\": [" + names(200) + "]}").path("weights"))
                .hasSize(200);
        assertThat(refused(WEIGHTS, "{\"order\": [" + names(201) + "]}", 422)).containsOnlyKeys("/order");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"pairwise\": 1}                     | /pairwise     | must be a list",
                "{\"pairwise\": []}                    | /pairwise     | must have at least one row",
                "{\"pairwise\": [[1, \"2\"], [0.5, 1]]} | /pairwise/0/1 | must be a number",
                "{\"pairwise\": [[1, 0], [0.5, 1]]}    | /pairwise/0/1 | must be from 1e-300 to 1e300",
                "{\"pairwise\": [[1, -2], [-0.5, 1]]}  | /pairwise/1/0 | must be from 1e-300 to 1e300",
                "{\"pairwise\": [[1, 1e301], [0.5, 1]]} | /pairwise/0/1 | must be from 1e-300 to 1e300",
                "{\"order\": []}                       | /order        | must name at least one criterion",
                "{\"order\": [\"\"]}                   | /order/0      | 'must be 1 to 200 characters, not all of them blank'",
                "{\"ordre\": [\"a\"]}                  | /ordre        | 'is no field here; there are order, pairwise'",
            })
    void what_is_not_of_its_shape_is_refused_with_its_place(String body, String pointer, String detail) {
        assertThat(refused(WEIGHTS, body, 400)).containsEntry(pointer, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                          | ''            | must have either pairwise or order",
                "{\"pairwise\": [[1]], \"order\": [\"a\"]}   | ''            | must have either pairwise or order",
                "{\"pairwise\": [[1, 2]]}                    | /pairwise/0   | 'must have as many judgements as there are rows, 1, not 2'",
                "{\"pairwise\": [[2]]}                       | /pairwise/0/0 | must be 1",
                "{\"pairwise\": [[1, 6], [0.1667, 1]]}       | /pairwise/1/0 | must be the reciprocal of /pairwise/0/1 to seven digits",
                "{\"order\": [\"a\", \"b\", \"a\"]}          | /order/2      | is the name of /order/0 already",
            })
    void what_breaks_a_rule_is_refused_with_its_place(String body, String pointer, String detail) {
        assertThat(refused(WEIGHTS, body, 422)).containsEntry(pointer, detail);
    }

    @Test
    void every_pair_that_is_not_reciprocal_is_named() {
        assertThat(refused(WEIGHTS, "{\"pairwise\": [[1, 2, 3], [0.5, 1, 4], [0.5, 0.5, 1]]}", 422))
                .containsOnlyKeys("/pairwise/2/0", "/pairwise/2/1");
        post(WEIGHTS, "{\"pairwise\": [[1, 3], [0.3333333, 1]]}").then().statusCode(200);
    }

    @Test
    void the_same_request_gets_the_same_bytes() {
        var body = "{\"pairwise\": [[1, 5, 3], [0.2, 1, 0.5], [0.3333333333333333, 2, 1]]}";
        assertThat(post(WEIGHTS, body).asByteArray())
                .isEqualTo(post(WEIGHTS, body).asByteArray());
        assertThat(tree(post(WEIGHTS, body).asString()).at("/weights/0").isNumber())
                .isTrue();
    }

    private static String ones(int n) {
        var row = IntStream.range(0, n).mapToObj(j -> "1").collect(Collectors.joining(",", "[", "]"));
        return IntStream.range(0, n).mapToObj(i -> row).collect(Collectors.joining(",", "[", "]"));
    }

    private static String names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.joining(","));
    }
}
