package dev.tradeoff.mcda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Worked examples of the papers, as far as papers print them, and figures computed again from their data. */
class PublishedExamplesTest {

    @TestFactory
    Stream<DynamicTest> published_examples_come_out() throws IOException {
        try (var json = getClass().getResourceAsStream("/mcda/published.json")) {
            return elements(new ObjectMapper().readTree(json))
                    .map(example -> DynamicTest.dynamicTest(
                            example.path("id").asText() + " "
                                    + example.path("method").asText(),
                            () -> check(example)))
                    .toList()
                    .stream();
        }
    }

    private static void check(JsonNode example) {
        switch (example.path("method").asText()) {
            case "TOPSIS" -> checkTopsis(example);
            case "VIKOR" -> checkVikor(example);
            case "PROMETHEE II" -> checkPromethee(example);
            case "SAW" -> checkSum(example);
            case "AHP" -> checkJudgements(example);
            case "SMAA-2 exact" -> checkAcceptability(example);
            case "Weight stability interval, WSM, proportional rescale" -> checkStability(example);
            default -> throw new AssertionError("no check for " + example);
        }
    }

    private static void checkTopsis(JsonNode example) {
        var isVector = example.at("/params/normalization").asText().equals("vector");
        var analysis = analysis(example, new Method.Topsis(isVector ? Normalisation.VECTOR : Normalisation.MIN_MAX));
        isPublished(analysis.scores(), example, "closeness");
        assertThat(analysis.details()).isEqualTo(new Details.Topsis(analysis.scores()));
        Stream.of("published", "recomputed")
                .map(kind -> example.path(kind).path("ranking"))
                .filter(JsonNode::isArray)
                .forEach(ranking -> assertThat(analysis.ranks())
                        .isEqualTo(elements(ranking).map(JsonNode::asInt).toList()));
    }

    private static void checkVikor(JsonNode example) {
        var v = example.at("/params/v").asDouble();
        var analysis = analysis(example, new Method.Vikor(Normalisation.MIN_MAX, v));
        var details = (Details.Vikor) analysis.details();
        isPublished(details.s(), example, "S");
        isPublished(details.r(), example, "R");
        isPublished(details.q(), example, "Q");
        assertThat(analysis.scores()).isEqualTo(details.q());
        var published = example.path("published");
        assertThat(details.acceptableAdvantage())
                .isEqualTo(published.path("acceptable_advantage").asBoolean());
        assertThat(details.acceptableStability())
                .isEqualTo(published.path("acceptable_stability").asBoolean());
        assertThat(details.compromise())
                .isEqualTo(elements(published.path("compromise_set_0based"))
                        .map(JsonNode::asInt)
                        .toList());
    }

    private static void checkPromethee(JsonNode example) {
        var usual = new Preference(Preference.Type.USUAL, 0, 0, 0);
        var analysis = analysis(example, Matrices.promethee(Normalisation.NONE, usual, 3));
        var details = (Details.PrometheeII) analysis.details();
        isPublished(details.phi(), example, "phi");
        isPublished(details.phiPlus(), example, "phi_plus");
        isPublished(details.phiMinus(), example, "phi_minus");
        isPublished(analysis.scores(), example, "phi");
    }

    private static void checkSum(JsonNode example) {
        var analysis = analysis(example, new Method.WeightedSum(Normalisation.RATIO));
        isPublished(analysis.scores(), example, "score");
        assertThat(analysis.winners())
                .containsExactly(example.at("/published/best_0based").asInt());
    }

    private static void checkJudgements(JsonNode example) {
        var judgements = elements(example.path("matrix"))
                .map(row -> elements(row).map(JsonNode::asDouble).toList())
                .toList();
        var weights = PairwiseWeights.of(judgements);
        isPublished(weights.weights(), example, "weights");
        var recomputed = example.path("recomputed");
        assertThat(weights.lambdaMax()).isCloseTo(recomputed.path("lambda_max").asDouble(), within(1e-10));
        var ratio = recomputed.has("CR") ? recomputed.path("CR") : recomputed.path("CR_Saaty_1.24");
        assertThat(weights.consistencyRatio()).isCloseTo(ratio.asDouble(), within(1e-10));
    }

    private static void checkAcceptability(JsonNode example) {
        var acceptability =
                analysis(example, new Method.WeightedSum(Normalisation.NONE)).acceptability(1, 1);
        var exact = example.path("exact");
        assertThat(acceptability.exact()).isTrue();
        for (var i = 0; i < acceptability.ranks().size(); i++) {
            isClose(
                    acceptability.ranks().get(i),
                    exact.path("rank_acceptability").path(i),
                    1e-15);
            isClose(
                    acceptability.centralWeights().get(i),
                    exact.path("central_weights").path(i),
                    1e-15);
        }
        isClose(acceptability.confidence(), exact.path("confidence"), 0);
    }

    private static void checkStability(JsonNode example) {
        var analysis = analysis(example, new Method.WeightedSum(Normalisation.NONE));
        var exact = example.path("exact");
        var interval = analysis.stability().getFirst();
        assertThat(analysis.winners()).containsExactly(exact.path("winner").asInt());
        isClose(List.of(interval.lowest(), interval.highest()), exact.path("interval_w1"), 1e-15);
        assertThat(interval.below()).containsExactly(1);
        assertThat(interval.above()).isEmpty();
    }

    private static Analysis analysis(JsonNode example, Method method) {
        var criteria = elements(example.path("directions"))
                .map(direction ->
                        direction.asText().equals("max") ? Criterion.higherIsBetter() : Criterion.lowerIsBetter())
                .toList();
        var rows = elements(example.path("matrix"))
                .map(row -> elements(row).map(cell -> Cell.of(cell.asDouble())).toList())
                .toList();
        var weights = example.has("weights")
                ? elements(example.path("weights"))
                        .mapToDouble(JsonNode::asDouble)
                        .toArray()
                : Matrices.equalWeights(criteria.size());
        return Analysis.of(new DecisionMatrix(criteria, rows), weights, method);
    }

    /** Published figures within what their printing allows, and recomputed ones to all their digits. */
    private static void isPublished(List<Double> figures, JsonNode example, String name) {
        if (example.path("published").has(name)) {
            isClose(
                    figures,
                    example.path("published").path(name),
                    example.path("tolerance").asDouble());
        }
        if (example.path("recomputed").has(name)) {
            isClose(figures, example.path("recomputed").path(name), 1e-8);
        }
    }

    private static void isClose(List<Double> figures, JsonNode expected, double tolerance) {
        assertThat(figures).hasSize(expected.size());
        for (var i = 0; i < figures.size(); i++) {
            assertThat(figures.get(i)).isCloseTo(figure(expected.path(i)), within(tolerance));
        }
    }

    /** A number, or a fraction. */
    private static double figure(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        var parts = node.asText().split("/");
        return parts.length == 1
                ? Double.parseDouble(parts[0])
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
