package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.as;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A draft's scores and verdicts go out to a spreadsheet and come back. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class DraftMatrixTest {

    @Test
    void what_goes_out_and_comes_back_changes_nothing() {
        var slug = drafted("table");
        var before = editor().get(draft(slug)).asString();
        for (var query : new String[] {"", "?transpose=true"}) {
            var out = as("editor").get(matrix(slug) + query);
            assertThat(out.statusCode()).isEqualTo(200);
            assertThat(out.contentType()).isEqualTo("text/csv;charset=UTF-8");
            put(slug, out.header("ETag"), out.asString()).then().statusCode(200);
        }
        assertThat(editor().get(draft(slug)).asString()).isEqualTo(before);
    }

    @Test
    void a_spreadsheet_changes_scores_and_verdicts() {
        var slug = drafted("table");
        var tag = as("editor").get(matrix(slug)).header("ETag");
        put(slug, tag, "\uFEFFoption;speed score;speed verdict\r\na;4.5;Faster\r\nb;unknown;\r\n")
                .then()
                .statusCode(200)
                .body("factors[0].assessments[0].score", equalTo(4.5f))
                .body("factors[0].assessments[0].verdict", equalTo("Faster"))
                .body("factors[0].assessments[0].rationale", equalTo("Made up"))
                .body("factors[0].assessments[1].score", nullValue())
                .body("factors[0].assessments[1].scoreState", equalTo("unknown"));
        put(slug, tag, "option,speed score\na,1\n").then().statusCode(412);
        put(slug, null, "option,speed score\na,1\n").then().statusCode(428);
    }

    @Test
    void mistakes_are_told_all_at_once() {
        var slug = drafted("table");
        put(slug, "*", "option,speed score,size score\na,9,1\nc,2,\n")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/0/2", "/1/1", "/2/0"));
        put(slug, "*", "option,speed score\na,\"3,5\"\n")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("decimal comma"));
        put(slug, null, "option,\"speed score\na,1\n").then().statusCode(400);
        editor().get(draft(slug)).then().body("factors[0].assessments[0].score", equalTo(3));
    }

    @Test
    void order_of_refusal_is_as_everywhere() {
        var slug = drafted("table");
        put(fresh("nowhere"), "*", "option\n").then().statusCode(404);
        csv().header("If-Match", "*")
                .header("Content-Type", "application/json")
                .body("{}")
                .put(matrix(slug))
                .then()
                .statusCode(415);
        dev.tradeoff.contract.Service.request().get(matrix(slug)).then().statusCode(401);
    }

    private static String matrix(String slug) {
        return draft(slug) + "/matrix";
    }

    private static RequestSpecification csv() {
        return as("editor")
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    private static Response put(String slug, String tag, String csv) {
        var request = csv().header("Content-Type", "text/csv").body(csv.getBytes(StandardCharsets.UTF_8));
        return (tag == null ? request : request.header("If-Match", tag)).put(matrix(slug));
    }
}
