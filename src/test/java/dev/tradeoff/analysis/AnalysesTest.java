package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.ANALYSES;
import static dev.tradeoff.analysis.Asking.analysed;
import static dev.tradeoff.analysis.Asking.figures;
import static dev.tradeoff.analysis.Asking.post;
import static dev.tradeoff.analysis.Asking.texts;
import static dev.tradeoff.analysis.Asking.tree;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an analysis answers. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class AnalysesTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    /** Three options, one criterion to be low and one to be high. */
    private static String riskAndYield(String more) {
        return """
                {"options": ["a", "b", "c"], "matrix": [[1, 3000], [2, 3750], [5, 4500]],
                 "criteria": [{"name": "risk", "direction": "min", "weight": 0.5}, {"name": "yield", "direction": "max", "weight": 0.5}]
                 %s}""".formatted(more.isEmpty() ? "" : ", " + more);
    }

    // ---- Echo

    @ParameterizedTest
    @CsvSource({
        "weighted-sum, min-max",
        "weighted-product, ratio",
        "topsis, vector",
        "vikor, min-max",
        "promethee-ii, none"
    })
    void a_method_is_echoed_with_the_normalisation_that_suits_it(String method, String normalisation) {
        var answer = analysed(riskAndYield("\"method\": \"" + method + "\""));
        assertThat(answer.path("method").asText()).isEqualTo(method);
        assertThat(answer.path("normalisation").asText()).isEqualTo(normalisation);
    }

    @Test
    void all_defaults_are_echoed() {
        var answer = analysed(riskAndYield(""));
        assertThat(answer.path("method").asText()).isEqualTo("weighted-sum");
        assertThat(answer.path("normalisation").asText()).isEqualTo("min-max");
        assertThat(answer.path("parameters"))
                .isEqualTo(tree(
                        "{\"v\": 0.5, \"preferences\": [{\"type\": \"usual\", \"q\": 0.0, \"p\": 0.0, \"s\": 0.0}]}"));
        assertThat(answer.path("samples").asInt()).isEqualTo(10_000);
        assertThat(answer.path("seed").asInt()).isEqualTo(1);
        assertThat(answer.path("engine").asText()).isEqualTo("1");
    }

    @Test
    void null_counts_as_left_out() {
        assertThat(
                        analysed(
                                riskAndYield(
                                        "\"method\": null, \"normalisation\": null, \"parameters\": null, \"samples\": null, \"seed\": null")))
                .isEqualTo(analysed(riskAndYield("")));
        assertThat(analysed(riskAndYield(
                        "\"parameters\": {\"v\": null, \"preferences\": [{\"type\": \"usual\", \"q\": null}]}")))
                .isEqualTo(analysed(riskAndYield("")));
    }

    @Test
    void what_is_sent_is_echoed_whether_the_method_uses_it_or_not() {
        var answer = analysed(riskAndYield("""
                "method": "topsis", "normalisation": "sum", "samples": 77, "seed": -9007199254740991,
                "parameters": {"v": 0.25, "preferences": [{"type": "linear", "q": 45, "p": 95}]}"""));
        assertThat(answer.path("parameters"))
                .isEqualTo(
                        tree(
                                "{\"v\": 0.25, \"preferences\": [{\"type\": \"linear\", \"q\": 45.0, \"p\": 95.0, \"s\": 0.0}]}"));
        assertThat(answer.path("normalisation").asText()).isEqualTo("sum");
        assertThat(answer.path("samples").asInt()).isEqualTo(77);
        assertThat(answer.path("seed").asLong()).isEqualTo(-9_007_199_254_740_991L);
    }

    @Test
    void weights_are_rescaled_and_equal_if_none_is_given() {
        assertThat(figures(analysed(riskAndYield("").replace("\"weight\": 0.5}, ", "\"weight\": 1.5}, "))
                        .path("weights")))
                .containsExactly(0.75, 0.25);
        assertThat(figures(analysed(riskAndYield("").replace(", \"weight\": 0.5", ""))
                        .path("weights")))
                .containsExactly(0.5, 0.5);
    }

    @Test
    void the_same_request_gets_the_same_bytes() {
        var sampled = riskAndYield("\"method\": \"topsis\", \"samples\": 500");
        var first = post(ANALYSES, sampled).asByteArray();
        assertThat(post(ANALYSES, sampled).asByteArray()).isEqualTo(first);
        assertThat(post(ANALYSES, sampled.replace("500", "500, \"seed\": 2")).asByteArray())
                .isNotEqualTo(first);
    }

    // ---- Methods

    @Test
    void the_scores_of_a_weighted_sum() {
        var answer = analysed(riskAndYield(""));
        assertThat(figures(answer.path("scores"))).containsExactly(0.5, 0.625, 0.5);
        assertThat(figures(answer.path("ranks"))).containsExactly(2.0, 1.0, 2.0);
        assertThat(texts(answer.path("winners"))).containsExactly("b");
        assertThat(answer.path("details")).isEmpty();
        assertThat(answer.has("scoreRanges")).as("all cells are certain").isFalse();
    }

    @Test
    void topsis_tells_its_closeness() {
        var answer = analysed(riskAndYield("\"method\": \"topsis\""));
        assertThat(names(answer.path("details"))).containsExactly("closeness");
        assertThat(answer.at("/details/closeness")).isEqualTo(answer.path("scores"));
        assertThat(answer.at("/scores/0").doubleValue()).isCloseTo(0.76214058, within(5e-9));
    }

    @Test
    void vikor_tells_of_its_compromise_and_that_less_is_better() {
        var answer = analysed(riskAndYield("\"method\": \"vikor\""));
        var details = answer.path("details");
        assertThat(names(details))
                .containsExactlyInAnyOrder(
                        "s", "r", "q", "lowerIsBetter", "acceptableAdvantage", "acceptableStability", "compromise");
        assertThat(figures(details.path("q"))).containsExactly(1.0, 0.0, 1.0);
        assertThat(details.path("q")).isEqualTo(answer.path("scores"));
        assertThat(details.path("lowerIsBetter").asBoolean()).isTrue();
        assertThat(texts(details.path("compromise"))).containsExactly("b");
        assertThat(figures(answer.path("ranks"))).containsExactly(2.0, 1.0, 2.0);
    }

    @Test
    void the_weight_of_vikors_strategy_counts() {
        var request = riskAndYield("\"method\": \"vikor\", \"parameters\": {\"v\": %s}");
        assertThat(figures(analysed(request.formatted("1")).path("scores"))).containsExactly(1.0, 0.0, 1.0);
        assertThat(figures(analysed(request.replace("[2, 3750]", "[3, 3000]").formatted("1"))
                        .path("scores")))
                .isNotEqualTo(figures(
                        analysed(request.replace("[2, 3750]", "[3, 3000]").formatted("0"))
                                .path("scores")));
    }

    @Test
    void promethee_tells_its_flows() {
        var answer = analysed("""
                {"options": ["a", "b", "c"], "matrix": [[4, 3, 2], [3, 2, 4], [5, 1, 3]],
                 "criteria": [{"name": "x", "direction": "max", "weight": 5}, {"name": "y", "direction": "max", "weight": 3},
                              {"name": "z", "direction": "max", "weight": 2}],
                 "method": "promethee-ii"}""");
        assertThat(names(answer.path("details"))).containsExactlyInAnyOrder("phiPlus", "phiMinus", "phi");
        assertThat(answer.at("/details/phiPlus/2").doubleValue()).isCloseTo(0.6, CLOSE);
        assertThat(answer.at("/details/phiMinus/2").doubleValue()).isCloseTo(0.4, CLOSE);
        assertThat(answer.at("/details/phi")).isEqualTo(answer.path("scores"));
    }

    @Test
    void a_preference_function_may_be_given_for_each_criterion() {
        var request = riskAndYield("\"method\": \"promethee-ii\", \"parameters\": {\"preferences\": [%s]}");
        var each =
                analysed(request.formatted("{\"type\": \"u-shape\", \"q\": 3}, {\"type\": \"v-shape\", \"p\": 1500}"));
        // risk: only c is worse than a by more than 3; yield: differences of 750 are worth ½, of 1,500 are worth 1
        assertThat(each.at("/details/phiPlus/0").doubleValue()).isCloseTo(0.25, CLOSE);
        assertThat(each.at("/details/phiPlus/1").doubleValue()).isCloseTo(0.125, CLOSE);
        assertThat(each.at("/details/phiPlus/2").doubleValue()).isCloseTo(0.375, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "u-shape", "v-shape", "level", "linear", "gaussian"})
    void every_preference_function_is_taken(String type) {
        var answer =
                analysed(riskAndYield("\"method\": \"promethee-ii\", \"parameters\": {\"preferences\": [{\"type\": \""
                        + type + "\", \"q\": 1, \"p\": 2, \"s\": 3}]}"));
        assertThat(answer.at("/parameters/preferences/0/type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "min-max", "vector", "sum", "ratio"})
    void every_normalisation_is_taken_where_it_is_defined(String normalisation) {
        for (var method : List.of("weighted-sum", "weighted-product", "topsis", "promethee-ii")) {
            assertThat(analysed(riskAndYield(
                                    "\"method\": \"" + method + "\", \"normalisation\": \"" + normalisation + "\""))
                            .path("normalisation")
                            .asText())
                    .isEqualTo(normalisation);
        }
    }

    @Test
    void a_scale_takes_its_anchors_and_not_the_extremes() {
        var answer = analysed("""
                {"options": ["a", "b"], "matrix": [[3, 150], [4, 100]],
                 "criteria": [{"name": "fit", "direction": "max", "worst": 1, "best": 5},
                              {"name": "latency", "direction": "min", "worst": 200, "best": 0}],
                 "normalisation": "scale"}""");
        assertThat(figures(answer.path("scores"))).containsExactly(0.375, 0.625);
        assertThat(answer.at("/robustness/agreement"))
                .allSatisfy(other ->
                        assertThat(other.path("normalisation").asText()).isEqualTo("scale"))
                .allSatisfy(other -> assertThat(texts(other.path("winners"))).containsExactly("b"));
    }

    // ---- Robustness

    @Test
    void a_winner_is_stable_within_a_range_of_each_weight() {
        var robustness = analysed(threeOfTwo(0.7, 0.3)).path("robustness");
        assertThat(figures(robustness.at("/stability/0"))).containsExactly(new double[] {0.6, 1}, CLOSE);
        assertThat(figures(robustness.at("/stability/1"))).containsExactly(new double[] {0, 0.4}, CLOSE);
        var flip = robustness.path("smallestFlip");
        assertThat(flip.path("criterion").asText())
                .as("of two equal changes the rise")
                .isEqualTo("y");
        assertThat(flip.path("from").doubleValue()).isCloseTo(0.3, CLOSE);
        assertThat(flip.path("to").doubleValue()).isCloseTo(0.4, CLOSE);
        assertThat(texts(flip.path("winners"))).containsExactly("b");
    }

    @Test
    void acceptability_is_exact_for_two_criteria() {
        var robustness = analysed(threeOfTwo(0.7, 0.3)).path("robustness");
        assertThat(robustness.path("exact").asBoolean()).isTrue();
        assertThat(figures(robustness.at("/acceptability/1"))).containsExactly(new double[] {0.2, 0.8, 0}, CLOSE);
        assertThat(figures(robustness.at("/centralWeights/2"))).containsExactly(new double[] {0.2, 0.8}, CLOSE);
        assertThat(figures(robustness.path("confidence"))).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void an_option_that_is_never_first_has_no_central_weights() {
        var robustness = analysed(threeOfTwo(0.7, 0.3).replace("[0.6, 0.6]", "[0.4, 0.4]"))
                .path("robustness");
        assertThat(robustness.at("/centralWeights/1").isNull()).isTrue();
        assertThat(robustness.at("/confidence/1").isNull()).isTrue();
        assertThat(robustness.at("/acceptability/1/0").doubleValue()).isZero();
    }

    @Test
    void a_sampled_acceptability_says_so() {
        var robustness = analysed(riskAndYield("\"method\": \"topsis\", \"samples\": 300"))
                .path("robustness");
        assertThat(robustness.path("exact").asBoolean()).isFalse();
        assertThat(robustness.path("acceptability"))
                .allSatisfy(ranks ->
                        assertThat(DoubleStream.of(figures(ranks)).sum()).isCloseTo(1, CLOSE));
    }

    @Test
    void the_other_methods_agree_or_do_not_suit_the_figures() {
        var agreement = analysed(riskAndYield("")).at("/robustness/agreement");
        assertThat(fields(agreement, "method")).containsExactly("weighted-product", "topsis", "vikor", "promethee-ii");
        assertThat(fields(agreement, "normalisation")).containsExactly("ratio", "vector", "min-max", "none");
        assertThat(texts(agreement.at("/2/winners"))).containsExactly("b");

        var negative =
                analysed(riskAndYield("").replace("[1, 3000]", "[1, -3000]")).at("/robustness/agreement/0");
        assertThat(names(negative)).containsExactlyInAnyOrder("method", "normalisation", "unsuitable");
        assertThat(negative.path("unsuitable").asText()).startsWith("“yield” ");
    }

    @Test
    void an_option_whose_absence_changes_the_winner_is_named() {
        var reversals = analysed("""
                        {"options": ["first", "second", "third"], "matrix": [[10, 2], [6, 5], [0, 7]],
                         "criteria": [{"name": "x", "direction": "max"}, {"name": "y", "direction": "max"}]}""").at("/robustness/rankReversals");
        assertThat(reversals)
                .as("without the first or the third, the other is level with the second")
                .isEqualTo(tree("""
                                [{"without": "first", "winners": ["second", "third"]}, {"without": "third", "winners": ["first", "second"]}]"""));
    }

    // ---- Awkward figures

    @Test
    void tied_options_share_a_rank_and_win_together() {
        var answer = analysed("""
                {"options": ["a", "b", "c", "d"], "matrix": [[3, 1], [2, 2], [2, 2], [0, 0]],
                 "criteria": [{"name": "x", "direction": "max", "weight": 2}, {"name": "y", "direction": "max", "weight": 1}]}""");
        assertThat(figures(answer.path("ranks"))).containsExactly(1.0, 2.0, 2.0, 4.0);
        var level = analysed("""
                {"options": ["a", "b"], "matrix": [[1, 0], [0, 1]],
                 "criteria": [{"name": "x", "direction": "max"}, {"name": "y", "direction": "max"}]}""");
        assertThat(texts(level.path("winners"))).containsExactly("a", "b");
        assertThat(figures(level.path("ranks"))).containsExactly(1.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weighted-sum", "weighted-product", "topsis", "vikor", "promethee-ii"})
    void an_only_option_wins(String method) {
        var answer = analysed("""
                {"options": ["only"], "matrix": [[3]], "criteria": [{"name": "x", "direction": "max"}], "method": "%s"}""".formatted(method));
        assertThat(texts(answer.path("winners"))).containsExactly("only");
        assertThat(figures(answer.path("ranks"))).containsExactly(1.0);
        assertThat(figures(answer.at("/robustness/stability/0"))).containsExactly(0, 1);
        assertThat(answer.at("/robustness/smallestFlip").isNull()).isTrue();
        assertThat(answer.at("/robustness/rankReversals")).isEmpty();
    }

    @Test
    void uncertain_cells_are_sampled_and_give_ranges_of_scores() {
        var answer = analysed("""
                {"options": ["a", "b"], "matrix": [[{"min": 1, "max": 3}, 4], [{"mean": 2, "sd": 0.1}, 4]],
                 "criteria": [{"name": "x", "direction": "max", "worst": 0, "best": 4, "weight": 1},
                              {"name": "y", "direction": "max", "worst": 0, "best": 4, "weight": 1}],
                 "normalisation": "scale", "samples": 400}""");
        assertThat(figures(answer.path("scores"))).containsExactly(0.75, 0.75);
        assertThat(figures(answer.at("/scoreRanges/0"))).containsExactly(new double[] {0.625, 0.875}, CLOSE);
        assertThat(figures(answer.at("/scoreRanges/1"))).containsExactly(new double[] {0.7125, 0.7875}, CLOSE);
        assertThat(answer.at("/robustness/exact").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weighted-sum", "weighted-product", "topsis", "vikor", "promethee-ii"})
    void the_largest_and_smallest_figures_are_taken_as_they_are(String method) {
        var answer = analysed("""
                {"options": ["a", "b"], "matrix": [[1e300, 1e-300], [9.9e299, 2e-300]],
                 "criteria": [{"name": "x", "direction": "max", "weight": 1e300}, {"name": "y", "direction": "min", "weight": 1e-300}],
                 "method": "%s"}""".formatted(method));
        assertThat(texts(answer.path("winners"))).containsExactly("a");
        assertThat(answer.path("scores")).allMatch(JsonNode::isNumber);
    }

    @Test
    void figures_keep_their_precision() {
        var answer = analysed("""
                {"options": ["a", "b"], "matrix": [[0.1234567890123456], [0.1234567890123457]],
                 "criteria": [{"name": "x", "direction": "max"}], "normalisation": "none"}""");
        assertThat(figures(answer.path("scores"))).containsExactly(0.1234567890123456, 0.1234567890123457);
    }

    // ---- HTTP

    @Test
    void an_answer_is_stored_by_nobody_and_has_no_tag() {
        var response = post(ANALYSES, riskAndYield(""));
        response.then().statusCode(200).header("Cache-Control", "no-store").header("Vary", "Accept-Encoding");
        assertThat(response.header("ETag")).isNull();
        Service.request()
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(riskAndYield(""))
                .post(ANALYSES)
                .then()
                .statusCode(200);
    }

    @Test
    void an_answer_is_compressed_for_those_who_want_it() throws IOException {
        var plain = post(ANALYSES, riskAndYield("")).asByteArray();
        var response = Service.request()
                .contentType("application/json")
                .header("Accept-Encoding", "gzip")
                .body(riskAndYield(""))
                .post(ANALYSES);
        response.then().statusCode(200).header("Content-Encoding", "gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(response.asByteArray()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void pages_of_any_origin_may_ask() {
        var request = Service.request().contentType("application/json").header("Origin", "https://example.org");
        request.body(riskAndYield("")).post(ANALYSES).then().statusCode(200).header("Access-Control-Allow-Origin", "*");
        assertThat(given().header("Origin", "https://example.org")
                        .header("Access-Control-Request-Method", "POST")
                        .options(ANALYSES)
                        .header("Access-Control-Allow-Methods"))
                .contains("POST");
    }

    private static String threeOfTwo(double x, double y) {
        return """
                {"options": ["a", "b", "c"], "matrix": [[1, 0], [0.6, 0.6], [0, 1]],
                 "criteria": [{"name": "x", "direction": "max", "weight": %s}, {"name": "y", "direction": "max", "weight": %s}],
                 "normalisation": "none"}""".formatted(x, y);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(field -> field.getKey()).toList();
    }

    private static List<String> fields(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
