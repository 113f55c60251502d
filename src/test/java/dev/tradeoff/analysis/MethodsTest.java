package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.computed;
import static dev.tradeoff.analysis.Asking.texts;
import static dev.tradeoff.analysis.Asking.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The methods, and that their published examples come out of the service. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class MethodsTest {

    private static final String METHODS = "/api/v1/methods";

    /** The independent computations give eight decimals. */
    private static final double ROUNDING = 5.1e-9;

    private static JsonNode methods() {
        return tree(Service.get(METHODS).then().statusCode(200).extract().asString())
                .path("items");
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Stream<DynamicTest> examples(Check check) {
        return each(methods()).flatMap(method -> each(method.path("examples"))
                .map(example -> dynamicTest(
                        method.path("name").asText() + ": "
                                + example.path("title").asText(),
                        () -> check.of(example))));
    }

    private interface Check {
        void of(JsonNode example);
    }

    @Test
    void there_are_those_that_rank_those_that_weigh_and_those_that_doubt() {
        assertThat(each(methods())
                        .map(method -> method.path("name").asText() + " "
                                + method.path("kind").asText()))
                .containsExactly(
                        "weighted-sum ranking",
                        "weighted-product ranking",
                        "topsis ranking",
                        "vikor ranking",
                        "promethee-ii ranking",
                        "ahp weights",
                        "rank-order-centroid weights",
                        "smaa robustness",
                        "stability robustness");
    }

    @Test
    void each_says_what_it_takes_and_where_it_is_from() {
        for (var method : methods()) {
            var name = method.path("name").asText();
            boolean ranks = method.path("kind").asText().equals("ranking");
            assertThat(method.path("source")).as(name).isNotEmpty();
            assertThat(method.path("examples")).as(name).isNotEmpty();
            assertThat(method.path("preconditions")).as(name).isNotEmpty();
            assertThat(method.path("normalisations").isEmpty()).as(name).isEqualTo(!ranks);
            assertThat(method.path("defaultNormalisation").isNull()).as(name).isEqualTo(!ranks);
            if (ranks) {
                assertThat(texts(method.path("normalisations")))
                        .as(name)
                        .contains(method.path("defaultNormalisation").asText());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> each_example_is_within_its_tolerance() {
        return examples(example -> {
            assertThat(example.path("within").asBoolean())
                    .as(example.toPrettyString())
                    .isTrue();
            assertThat(example.path("deviation").doubleValue())
                    .isLessThanOrEqualTo(example.path("tolerance").doubleValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> each_example_can_be_sent_as_it_stands_and_is_answered_the_same() {
        return examples(example -> {
            var answer = computed(
                    example.path("operation").asText(), example.path("input").toString());
            var figures = WorkedFigures.compare(example.path("published"), answer);
            assertThat(figures.computed()).isEqualTo(example.path("computed"));
            assertThat(figures.deviation()).isEqualTo(example.path("deviation").doubleValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> more_digits_from_elsewhere_agree_too() {
        return examples(example -> {
            if (!example.path("recomputed").isNull()) {
                var answer = computed(
                        example.path("operation").asText(),
                        example.path("input").toString());
                var figures = WorkedFigures.compare(example.path("recomputed"), answer);
                assertThat(figures.agree()).isTrue();
                assertThat(figures.deviation()).isLessThanOrEqualTo(ROUNDING);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> each_published_matrix_is_among_the_examples() throws IOException {
        var examples = each(methods())
                .map(method -> MethodText.read(method.path("name").asText()))
                .flatMap(method -> method.examples().stream())
                .collect(Collectors.toMap(MethodText.Example::id, MethodText.Example::input));
        var published = tree(Files.readString(Path.of("src/test/resources/mcda/published.json")));
        return each(published)
                .map(one -> dynamicTest(one.path("id").asText(), () -> {
                    var input = examples.get(one.path("id").asText());
                    var matrix = input.path(input.has("pairwise") ? "pairwise" : "matrix");
                    assertThat(WorkedFigures.compare(one.path("matrix"), matrix))
                            .isEqualTo(new WorkedFigures(matrix, 0, true));
                }));
    }

    @Test
    void one_is_what_the_list_says_of_it() {
        for (var method : methods()) {
            var one = Service.get(METHODS + "/" + method.path("name").asText());
            assertThat(tree(one.asString())).isEqualTo(method);
        }
        Service.get(METHODS + "/saw").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void the_client_that_has_it_already_gets_nothing() {
        var tag = Service.get(METHODS + "/topsis").header("ETag");
        assertThat(Service.request()
                        .header("If-None-Match", tag)
                        .get(METHODS + "/topsis")
                        .statusCode())
                .isEqualTo(304);
        assertThat(Service.get(METHODS).header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(Service.request().head(METHODS).statusCode()).isEqualTo(200);
    }
}
