package dev.tradeoff.access;

import static dev.tradeoff.contract.Service.FIRST;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tradeoff.contract.Operations;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With reads closed, whoever has a token reads, and nobody else. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(ClosedReadsTest.Closed.class)
class ClosedReadsTest {

    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tradeoff.access.reads", "closed", "tradeoff.cors.read-origins", "https://portal.example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/comparisons",
                FIRST,
                FIRST + "?revision=1",
                FIRST + "/matrix",
                FIRST + "/revisions/1",
                "/api/v1/factors?q=async",
                "/api/v1/search?q=async",
                "/api/v1/technologies/python",
                "/portal/backstage/tech-radar.json",
                "/api/v1/comparisons/nothing",
                "/api/v1/comparisons?what=1"
            })
    void nobody_reads_knowledge_without_a_token(String address) {
        Service.get(address)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"tradeoff\"")
                .header("Cache-Control", "no-store");
        Service.with("tradeoff_aaaaaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .get(address)
                .then()
                .statusCode(401);
        assertThat(Service.request().head(address).statusCode()).isEqualTo(401);
    }

    @TestFactory
    Stream<DynamicTest> however_an_address_is_written_nobody_reads_it_without_a_token() {
        return closed().filter(operation -> !operation.address().matches(ALIKE)).flatMap(operation -> Stream.of(
                        operation.address(),
                        operation.address() + "/",
                        operation.address() + ";x=1",
                        operation.address() + "/;x=1",
                        operation.address() + "%3Bx=1",
                        operation.address().replace("/v1/", "/v1;x=1/"),
                        operation.address().replace("/v1/", "/%76%31/"),
                        operation.address().replace("/api/", "//api/"),
                        operation.address().replace("/api/", "/%61pi/"),
                        operation.address().replace("/api/", "/api;x=1/"),
                        operation.address().replace("/api/", "/q/../api/"),
                        operation.address().replace("/api/", "/q/..;x=1/api/"),
                        operation.address().replace("/api/", "/q/..%2Fapi/"))
                .map(address -> dynamicTest(address, () -> {
                    assertThat(given().urlEncodingEnabled(false).get(address).statusCode())
                            .isIn(401, 404);
                    assertThat(given().urlEncodingEnabled(false).head(address).statusCode())
                            .isIn(401, 404);
                })));
    }

    @TestFactory
    Stream<DynamicTest> with_a_token_each_is_read() {
        return closed().filter(operation -> !operation.isEndless())
                .map(operation -> dynamicTest(operation.address(), () -> {
                    Service.get(operation.address()).then().statusCode(401);
                    assertThat(operation
                                    .tryOut(Optional.of(Service.token("admin")), "reading")
                                    .statusCode())
                            .isNotIn(401, 403)
                            .isLessThan(500);
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobody_has_anything_computed_without_a_token() {
        var computations = Operations.all().stream()
                .filter(operation ->
                        operation.method().equals("post") && operation.role().isEmpty())
                .toList();
        assertThat(computations).isNotEmpty();
        return computations.stream()
                .map(operation -> dynamicTest(operation.id(), () -> {
                    assertThat(operation.tryOut(Optional.empty(), "computing").statusCode())
                            .isEqualTo(401);
                    assertThat(operation
                                    .tryOut(Optional.of(Service.token("editor")), "computing")
                                    .statusCode())
                            .isEqualTo(200);
                }));
    }

    @Test
    void an_assistant_needs_a_token_too() {
        assistant("nobody").then().statusCode(401).header("WWW-Authenticate", "Bearer realm=\"tradeoff\"");
        assistant("editor").then().statusCode(200).body("result.isError", equalTo(false));
    }

    @Test
    void pages_of_other_origins_do_not_ask_what_assistants_ask() {
        given().header("Authorization", "Bearer " + Service.token("editor"))
                .header("Origin", "https://elsewhere.example.org")
                .contentType("application/json")
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}")
                .post("/mcp")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/foreign-origin"));
        given().header("Authorization", "Bearer " + Service.token("editor"))
                .header("Origin", "https://portal.example.org")
                .contentType("application/json")
                .body("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}")
                .post("/mcp")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://portal.example.org");
    }

    private static Response assistant(String role) {
        var request = given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(
                        "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/call\", \"params\": {\"name\": \"list_comparisons\"}}");
        return role.equals("nobody")
                ? request.post("/mcp")
                : request.header("Authorization", "Bearer " + Service.token(role))
                        .post("/mcp");
    }

    /** Collections whose addresses are made as those of claims, factors and FAQs are. */
    private static final String ALIKE = ".*/(options|topics|findings|use-cases|sources|recommendations)(/.*)?";

    private static Stream<Operations.Operation> closed() {
        var operations = Operations.all().stream()
                .filter(operation ->
                        operation.method().equals("get") && operation.address().startsWith("/api/"))
                .toList();
        assertThat(operations).isNotEmpty();
        return operations.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "publisher", "admin"})
    void whoever_has_a_token_reads(String role) {
        Service.as(role).get(FIRST).then().statusCode(200).header("Cache-Control", "private, no-cache");
        Service.as(role)
                .get(FIRST + "?revision=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, max-age=31536000, immutable");
        Service.as(role).get("/api/v1/comparisons/nothing").then().statusCode(404);
        Service.as(role).get("/api/v1/comparisons?what=1").then().statusCode(400);
    }

    @Test
    void an_answer_that_is_still_good_is_not_sent_again() {
        var tag = Service.as("editor").get(FIRST).header("ETag");
        Service.as("editor")
                .header("If-None-Match", tag)
                .get(FIRST)
                .then()
                .statusCode(304)
                .header("Cache-Control", "private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/q/health/ready",
                "/q/health/live",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui/",
                "/problems",
                "/problems/unauthenticated",
                "/.well-known/api-catalog",
                "/portal/backstage/catalog-info.yaml"
            })
    void what_tells_nothing_of_the_knowledge_stays_open(String address) {
        assertThat(Service.get(address).statusCode()).isEqualTo(200);
    }

    @Test
    void an_address_or_a_method_that_there_is_not_is_that_to_everybody() {
        Service.get("/api/v1/nothing").then().statusCode(404).body("type", equalTo("/problems/unknown-route"));
        Service.request().put("/api/v1/comparisons").then().statusCode(405);
    }

    @Test
    void health_says_so() {
        Service.get("/q/health/ready").then().body("checks.find { it.name == 'access' }.data.reads", equalTo("closed"));
    }
}
