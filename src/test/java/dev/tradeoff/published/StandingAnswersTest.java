package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.FIRST;
import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are given again are those that the operation gave. */
@QuarkusTest
@TestProfile(FirstContentOnly.class)
@QuarkusTestResource(FreshPostgres.class)
class StandingAnswersTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final Set<String> OF_EACH_REQUEST = Set.of("X-Request-Id", "Date");

    @Inject
    QuickPages quickPages;

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIRST,
                FIRST + "?revision=1",
                FIRST + "/matrix",
                FIRST + "/factors",
                FIRST + "/claims/express-throughput",
                FIRST + "/evidence?asOf=2026-11-01",
                FIRST + "/tailored-recommendation?useCase=real-time-applications&asOf=2026-11-01",
                FIRST + "/tailored-recommendation?priorities=concurrency,ecosystem&robustness=false",
                "/api/v1/comparisons?limit=1",
                "/api/v1/faqs?q=faster",
                "/api/v1/technologies/python",
                "/api/v1/search?q=pyhton"
            })
    void a_repeated_request_gets_the_same_bytes_and_headers(String path) {
        for (var encoding : List.of("identity", "gzip")) {
            var first = request().header("Accept-Encoding", encoding).get(path);
            var second = request().header("Accept-Encoding", encoding).get(path);
            assertThat(second.statusCode()).isEqualTo(200).isEqualTo(first.statusCode());
            assertThat(headers(second)).containsExactlyInAnyOrderElementsOf(headers(first));
            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
            var tag = second.header("ETag");
            request()
                    .header("Accept-Encoding", encoding)
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Vary", containsString("Accept-Encoding"));
            assertThat(headers(request().header("Accept-Encoding", encoding).head(path)))
                    .containsExactlyInAnyOrderElementsOf(headers(second));
        }
    }

    /** The operation answers it where the address goes on with a query; the shortcut where it does not. */
    @Test
    void a_whole_comparison_is_the_same_by_either_way() {
        var ready = get(FIRST);
        var asked = request().header("Accept", "application/json, */*;q=0.5").get(FIRST);
        assertThat(asked.asByteArray()).isEqualTo(ready.asByteArray());
        assertThat(headers(asked)).containsExactlyInAnyOrderElementsOf(headers(ready));
    }

    /** Who takes no gzip may be answered before the operation, who sends an unusual Accept never is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/faqs",
                "/api/v1/faqs?limit=1",
                "/api/v1/faqs?q=faster",
                "/api/v1/faqs?q=faster+than&limit=1",
                "/api/v1/claims?limit=2&q=requests%20per%20second",
                "/api/v1/factors?q=concurrency",
                "/api/v1/use-cases?q=real-time",
                "/api/v1/recommendations?q=python",
                "/api/v1/comparisons?q=backend",
                "/api/v1/technologies?q=node",
                "/api/v1/technologies?q=%22web%20framework%22",
                "/api/v1/technologies?q=pyhton",
                "/api/v1/technologies?q=pyth",
                "/api/v1/claims?q=requests+-second",
                "/api/v1/claims?q=how+many&limit=3",
                "/api/v1/faqs?q=%20",
                "/api/v1/faqs?q=",
                "/api/v1/faqs?q=a&q=b",
                "/api/v1/faqs?q=%00",
                "/api/v1/faqs?q=%FF",
                "/api/v1/faqs?limit=0",
                "/api/v1/faqs?limit=1&cursor=none",
                "/api/v1/faqs?Limit=1",
                "/api/v1/faqs?q=faster&",
                "/api/v1/faqs?%71=faster"
            })
    void a_page_is_the_same_by_either_way(String path) {
        for (var next = path; next != null; ) {
            var first = request().header("Accept-Encoding", "identity").get(next);
            var second = request()
                    .header("Accept-Encoding", "identity")
                    .header("Accept", "application/json, */*;q=0.5")
                    .get(next);
            assertThat(first.statusCode()).isEqualTo(second.statusCode());
            assertThat(first.asString()).isEqualTo(second.asString());
            assertThat(headers(first)).containsExactlyInAnyOrderElementsOf(headers(second));
            var link = NEXT.matcher(String.valueOf(first.header("Link")));
            next = link.find() ? link.group(1) : null;
        }
    }

    @Test
    void pages_that_take_little_work_are_made_before_the_operation() {
        for (var little : List.of("", "?limit=1", "?q=faster", "?q=how+many+requests&limit=3")) {
            assertThat(quickPages.find("/api/v1/faqs" + little)).as(little).isNotNull();
        }
        for (var more :
                List.of("?q=pyhton", "?q=pyth", "?q=%22per+second%22", "?q=faster+-python", "?topic=performance")) {
            assertThat(quickPages.find("/api/v1/faqs" + more)).as(more).isNull();
        }
        assertThat(quickPages.find("/api/v1/search?q=faster")).isNull();
    }

    @Test
    void each_media_type_has_its_own() {
        for (int i = 0; i < 2; i++) {
            request()
                    .header("Accept", "text/csv")
                    .get(FIRST + "/matrix")
                    .then()
                    .contentType(containsString("text/csv"));
            get(FIRST + "/matrix").then().contentType(containsString("application/json"));
        }
    }

    @Test
    void what_the_operation_refuses_is_refused_however_often_it_was_answered() {
        get(FIRST).then().statusCode(200);
        ConventionsTest.problem(request().header("Accept", "image/png").get(FIRST), 406, "not-acceptable");
        ConventionsTest.problem(request().header("If-None-Match", "unquoted").get(FIRST), 400, "invalid-header");
        ConventionsTest.problem(request().get(FIRST + "?nothing=1"), 400, "invalid-parameter");
    }

    @Test
    void metrics_call_them_by_their_operation() {
        get(FIRST).then().statusCode(200);
        get(FIRST + "/matrix").then().statusCode(200);
        get(FIRST + "/matrix").then().statusCode(200);
        assertThat(get("/q/metrics").asString())
                .contains("uri=\"/api/v1/comparisons/{comparison}\"")
                .contains("uri=\"/api/v1/comparisons/{comparison}/matrix\"")
                .doesNotContain("uri=\"" + FIRST);
    }

    @Test
    void another_origin_may_read_them() {
        for (int i = 0; i < 2; i++) {
            request()
                    .header("Origin", "https://portal.example.org")
                    .get(FIRST + "/topics")
                    .then()
                    .header("Access-Control-Allow-Origin", equalTo("*"));
        }
    }

    private static List<Header> headers(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !OF_EACH_REQUEST.contains(header.getName()))
                .toList();
    }
}
