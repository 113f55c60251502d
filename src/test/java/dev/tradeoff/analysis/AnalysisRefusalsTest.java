package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.ANALYSES;
import static dev.tradeoff.analysis.Asking.post;
import static dev.tradeoff.analysis.Asking.refused;
import static dev.tradeoff.analysis.Asking.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and how each place is named. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class AnalysisRefusalsTest {

    /** A request that is in order, in which each test breaks something. */
    private static final String SOUND = """
            {"options": ["a", "b"], "matrix": [[1, 2], [3, 4]],
             "criteria": [{"name": "x", "direction": "min", "weight": 1}, {"name": "y", "direction": "max", "weight": 2}],
             "method": "weighted-sum", "normalisation": "min-max", "samples": 10, "seed": 1,
             "parameters": {"v": 0.5, "preferences": [{"type": "level", "q": 1, "p": 2, "s": 3}]}}""";

    private static String broken(String part, String by) {
        assertThat(SOUND).contains(part);
        return SOUND.replace(part, by);
    }

    @Test
    void what_the_others_break_is_in_order() {
        post(ANALYSES, SOUND).then().statusCode(200);
    }

    // ---- Not of its shape: 400

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2]            | [1, \"2\"]                     | /matrix/0/1                   | must be a number, or an object with min and max, or one with mean and sd",
                "[1, 2]            | [1, null]                      | /matrix/0/1                   | must not be null",
                "[1, 2]            | [1, []]                        | /matrix/0/1                   | must be a number, or an object with min and max, or one with mean and sd",
                "[1, 2]            | [1, {}]                        | /matrix/0/1                   | must be a number, or an object with min and max, or one with mean and sd",
                "[1, 2]            | [1, {\"min\": 1}]              | /matrix/0/1                   | must be a number, or an object with min and max, or one with mean and sd",
                "[1, 2]            | [1, {\"min\": 1, \"sd\": 1}]   | /matrix/0/1                   | must be a number, or an object with min and max, or one with mean and sd",
                "[1, 2]            | [1, {\"min\": \"1\"}]          | /matrix/0/1/min               | must be a number",
                "[1, 2]            | [1, {\"most\": 1}]             | /matrix/0/1/most              | is no field here; there are max, mean, min, sd",
                "[1, 2]            | [1, 1e301]                     | /matrix/0/1                   | must be 0, or from 1e-300 to 1e300 in size",
                "[1, 2]            | [1, -1e301]                    | /matrix/0/1                   | must be 0, or from 1e-300 to 1e300 in size",
                "[1, 2]            | [1, 1e-301]                    | /matrix/0/1                   | must be 0, or from 1e-300 to 1e300 in size",
                "[1, 2]            | [1, 1e999]                     | /matrix/0/1                   | must be 0, or from 1e-300 to 1e300 in size",
                "[1, 2]            | [1, {\"min\": 1, \"max\": 1e301}]  | /matrix/0/1/max           | must be 0, or from 1e-300 to 1e300 in size",
                "[1, 2]            | [1, {\"mean\": \"NaN\", \"sd\": 1}] | /matrix/0/1/mean         | must be 0, or from 1e-300 to 1e300 in size",
                "[1, 2]            | [1, {\"mean\": 1, \"sd\": -1}] | /matrix/0/1/sd                | must be 0, or from 1e-300 to 1e300",
                "[[1, 2], [3, 4]]  | 7                              | /matrix                       | must be a list",
                "[[1, 2], [3, 4]]  | []                             | /matrix                       | must have a row for each option",
                "[\"a\", \"b\"]    | []                             | /options                      | must name at least one option",
                "[\"a\", \"b\"]    | [\"a\", 1]                     | /options/1                    | must be text without NUL and lone surrogates",
                "[\"a\", \"b\"]    | [\"a\", \" \"]                 | /options/1                    | must be 1 to 200 characters, not all of them blank",
                "\"name\": \"y\"   | \"name\": \"\"                 | /criteria/1/name              | must be 1 to 200 characters, not all of them blank",
                "\"name\": \"y\",  | ''                             | /criteria/1/name              | must be 1 to 200 characters, not all of them blank",
                "\"direction\": \"max\", | ''                       | /criteria/1/direction         | must be given: min or max",
                "\"max\"           | \"up\"                         | /criteria/1/direction         | must be one of min, max, not “up”",
                "\"weight\": 2     | \"weight\": -2                 | /criteria/1/weight            | must be 0, or from 1e-300 to 1e300",
                "\"weight\": 2     | \"weight\": \"NaN\"            | /criteria/1/weight            | must be 0, or from 1e-300 to 1e300",
                "\"weight\": 2     | \"weight\": \"2\"              | /criteria/1/weight            | must be a number",
                "\"weight\": 2     | \"weigth\": 2                  | /criteria/1/weigth            | is no field here; there are best, direction, name, weight, worst",
                "weighted-sum      | saw                            | /method                       | must be one of weighted-sum, weighted-product, topsis, vikor, promethee-ii, not “saw”",
                "min-max           | softmax                        | /normalisation                | must be one of none, scale, min-max, vector, sum, ratio, not “softmax”",
                "\"v\": 0.5        | \"v\": 1.1                     | /parameters/v                 | must be from 0 to 1",
                "\"v\": 0.5        | \"v\": \"NaN\"                 | /parameters/v                 | must be from 0 to 1",
                "\"v\": 0.5        | \"w\": 0.5                     | /parameters/w                 | is no field here; there are preferences, v",
                "\"type\": \"level\", | ''                          | /parameters/preferences/0/type | must be given",
                "level             | step                           | /parameters/preferences/0/type | must be one of usual, u-shape, v-shape, level, linear, gaussian, not “step”",
                "\"q\": 1          | \"q\": -1                      | /parameters/preferences/0/q   | must be 0, or from 1e-300 to 1e300",
                "\"samples\": 10   | \"samples\": 0                 | /samples                      | must be at least 1",
                "\"samples\": 10   | \"samples\": 1.5               | /samples                      | must be a whole number, not “1.5”",
                "\"samples\": 10   | \"samples\": \"10\"            | /samples                      | must be a whole number",
                "\"seed\": 1       | \"seed\": 9007199254740992     | /seed                         | must be from −(2^53 − 1) to 2^53 − 1",
                "\"seed\": 1       | \"seed\": -9223372036854775808 | /seed                         | must be from −(2^53 − 1) to 2^53 − 1",
                "\"seed\": 1       | \"seed\": 1e30                 | /seed                         | must be a whole number, not “1.0E30”",
                "\"seed\": 1       | \"seed\": 9223372036854775808  | /seed                         | is a number that is too large",
                "\"seed\": 1       | \"sede\": 1                    | /sede                         | is no field here; there are criteria, matrix, method, normalisation, options, parameters, samples, seed",
            })
    void what_is_not_of_its_shape_is_refused_with_its_place(String part, String by, String pointer, String detail) {
        assertThat(refused(ANALYSES, broken(part, by == null ? "" : by), 400)).containsEntry(pointer, detail);
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        assertThat(refused(ANALYSES, "{}", 400).keySet()).containsExactlyInAnyOrder("/options", "/matrix", "/criteria");
    }

    @Test
    void all_that_is_out_of_range_is_named_at_once() {
        var body = broken("[3, 4]", "[1e301, {\"mean\": 1, \"sd\": -4}]")
                .replace("\"weight\": 2", "\"weight\": -2")
                .replace("\"samples\": 10", "\"samples\": -10");
        assertThat(refused(ANALYSES, body, 400).keySet())
                .containsExactlyInAnyOrder("/matrix/1/0", "/matrix/1/1/sd", "/criteria/1/weight", "/samples");
    }

    @Test
    void a_name_may_have_200_characters() {
        post(ANALYSES, broken("[\"a\"", "[\"" + "𝄞".repeat(200) + "\"")).then().statusCode(200);
        assertThat(refused(ANALYSES, broken("[\"a\"", "[\"" + "a".repeat(201) + "\""), 400))
                .containsOnlyKeys("/options/0");
    }

    @Test
    void of_many_flaws_a_hundred_are_listed() {
        var cells = "1e301,".repeat(150);
        var problem = tree(post(ANALYSES, broken("[1, 2]", "[" + cells + "1]")).asString());
        assertThat(problem.path("errors")).hasSize(100);
        assertThat(problem.path("detail").asText()).contains("/matrix/0/0", "149 more");
    }

    // ---- Against the rules: 422

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1, 2]            | [1]                            | /matrix/0              | must have one cell for each of the 2 criteria, not 1",
                "[1, 2]            | [1, 2, 3]                      | /matrix/0              | must have one cell for each of the 2 criteria, not 3",
                "[1, 2],           | ''                             | /matrix                | must have one row for each of the 2 options, not 1",
                "[1, 2],           | [1, 2], [1, 2],                | /matrix                | must have one row for each of the 2 options, not 3",
                "[1, 2]            | [1, {\"min\": 3, \"max\": 2}]  | /matrix/0/1/min        | must be at most max",
                "\"b\"             | \"a\"                          | /options/1             | is the name of /options/0 already",
                "\"name\": \"y\"   | \"name\": \"x\"                | /criteria/1/name       | is the name of /criteria/0 already",
                ", \"weight\": 2   | ''                             | /criteria/1/weight     | must be given, since other criteria have one",
                "\"weight\": 2     | \"weight\": 2, \"worst\": 1    | /criteria/1/best       | must be given, since worst is",
                "\"weight\": 2     | \"weight\": 2, \"best\": 1     | /criteria/1/worst      | must be given, since best is",
                "\"weight\": 2     | \"worst\": 1, \"weight\": 2, \"best\": 1 | /criteria/1/best | must differ from worst",
                "\"weight\": 2     | \"worst\": 2, \"weight\": 2, \"best\": 1 | /criteria/1/best | must be above worst, since higher is better (direction max)",
                "\"weight\": 1     | \"worst\": 1, \"weight\": 1, \"best\": 2 | /criteria/0/best | must be below worst, since lower is better (direction min)",
                "min-max           | scale                          | /criteria/1            | must have worst and best, since the normalisation is scale",
                "\"samples\": 10   | \"samples\": 100001            | /samples               | must be at most 100000",
                "\"p\": 2          | \"p\": 0.5                     | /parameters/preferences/0/p | must be at least q",
                "[{\"type\": \"level\", \"q\": 1, \"p\": 2, \"s\": 3}] | [] | /parameters/preferences | 'must be one for all criteria or one for each of the 2, not 0'",
                "\"s\": 3}         | \"s\": 3}, {\"type\": \"usual\"}, {\"type\": \"usual\"} | /parameters/preferences | 'must be one for all criteria or one for each of the 2, not 3'",
            })
    void what_breaks_a_rule_is_refused_with_its_place(String part, String by, String pointer, String detail) {
        assertThat(refused(ANALYSES, broken(part, by == null ? "" : by), 422)).containsEntry(pointer, detail);
    }

    @Test
    void all_rules_that_are_broken_are_named_at_once() {
        var body = broken("[1, 2]", "[1]").replace("\"b\"", "\"a\"").replace("\"samples\": 10", "\"samples\": 200000");
        assertThat(refused(ANALYSES, body, 422).keySet())
                .containsExactlyInAnyOrder("/matrix/0", "/options/1", "/samples");
    }

    @Test
    void not_all_weights_may_be_0() {
        assertThat(refused(
                        ANALYSES,
                        broken("\"weight\": 1", "\"weight\": 0").replace("\"weight\": 2", "\"weight\": 0.0"),
                        422))
                .containsOnlyKeys("/criteria");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "scale", "vector", "sum", "ratio"})
    void vikor_takes_no_other_normalisation_than_min_max(String normalisation) {
        assertThat(refused(ANALYSES, broken("weighted-sum", "vikor").replace("min-max", normalisation), 422))
                .containsEntry("/normalisation", "must be min-max or left out, since the method is vikor");
    }

    @Test
    void each_criterion_whose_figures_do_not_suit_is_named() {
        var body = broken("weighted-sum", "weighted-product")
                .replace("min-max", "ratio")
                .replace("[1, 2]", "[-1, 2]")
                .replace("[3, 4]", "[3, {\"min\": -1, \"max\": 4}]");
        assertThat(refused(ANALYSES, body, 422).keySet()).containsExactlyInAnyOrder("/criteria/0", "/criteria/1");
    }

    @Test
    void more_than_100_options_or_200_criteria_are_refused() {
        assertThat(refused(ANALYSES, matrix(101, 2, ""), 422)).containsEntry("/options", "must be at most 100");
        assertThat(refused(ANALYSES, matrix(2, 201, ""), 422)).containsEntry("/criteria", "must be at most 200");
        post(ANALYSES, matrix(100, 2, ", \"samples\": 10")).then().statusCode(200);
        post(ANALYSES, matrix(2, 200, "")).then().statusCode(200);
    }

    // ---- Too much

    @Test
    void what_would_need_too_much_computing_is_refused_before_it_is_begun() {
        var uncertain = matrix(100, 200, ", \"method\": \"promethee-ii\", \"samples\": 100000")
                .replaceAll("\\[\\d+,", "[{\"min\": 1, \"max\": 2},");
        var response = post(ANALYSES, uncertain);
        response.then().statusCode(422).contentType("application/problem+json");
        var problem = tree(response.asString());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/too-much-work");
        assertThat(problem.path("detail").asText())
                .contains("one request gets 5,000,000,000", "fewer samples, options or criteria");
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused_packed_or_unpacked() throws IOException {
        var padded = (SOUND + " ".repeat(1024 * 1024)).getBytes(StandardCharsets.UTF_8);
        Service.request()
                .contentType("application/json")
                .body(padded)
                .post(ANALYSES)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(padded);
        }
        assertThat(packed.size()).isLessThan(10_000);
        gzipped(packed.toByteArray()).then().statusCode(413).contentType("application/problem+json");
    }

    @Test
    void a_gzipped_body_is_read() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(SOUND.getBytes(StandardCharsets.UTF_8));
        }
        gzipped(packed.toByteArray()).then().statusCode(200);
    }

    private static Response gzipped(byte[] packed) {
        return Service.request()
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed)
                .post(ANALYSES);
    }

    @Test
    void the_media_type_is_refused_before_the_body_and_a_parameter_before_both() {
        Service.request()
                .contentType("text/csv")
                .body("7")
                .post(ANALYSES)
                .then()
                .statusCode(415);
        Service.request()
                .contentType("text/csv")
                .body("7")
                .post(ANALYSES + "?seed=1")
                .then()
                .statusCode(400);
        assertThat(Service.get(ANALYSES).statusCode()).isEqualTo(405);
        Service.request()
                .accept("text/csv")
                .contentType("application/json")
                .body(SOUND)
                .post(ANALYSES)
                .then()
                .statusCode(406);
    }

    private static String matrix(int options, int criteria, String more) {
        return """
                {"options": [%s], "matrix": [%s], "criteria": [%s]%s}""".formatted(
                        each(options, i -> "\"o" + i + "\""),
                        each(options, i -> "[" + each(criteria, j -> "" + (i * 7 + j * 13) % 17) + "]"),
                        each(criteria, j -> "{\"name\": \"c" + j + "\", \"direction\": \"max\"}"),
                        more);
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(","));
    }
}
