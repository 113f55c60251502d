package dev.tradeoff.contract;

import static io.restassured.RestAssured.given;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/** The running service; each of its answers is held against the OpenAPI document. */
public final class Service {

    public static final String FIRST = "/api/v1/comparisons/nodejs-vs-python-backend";

    private static final Map<ArcContainer, Map<String, String>> TOKENS = new WeakHashMap<>();

    private Service() {}

    /** A request whose answer must be as the document says. Paths go out as they are written. */
    public static RequestSpecification request() {
        return given().spec(new RequestSpecBuilder()
                .setUrlEncodingEnabled(false)
                .setConfig(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders())
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .defaultContentCharset(StandardCharsets.UTF_8)
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .addFilter(new ContractFilter())
                .build());
    }

    /** A request of somebody with that role: the configured administrator, or the holder of a token made for it. */
    public static RequestSpecification as(String role) {
        return with(token(role));
    }

    /** A request with that bearer token. */
    public static RequestSpecification with(String token) {
        return request().header("Authorization", "Bearer " + token);
    }

    /** A token with that role, of an owner of the same name; one for each running service. */
    public static synchronized String token(String role) {
        return role.equals("admin")
                ? FreshPostgres.ADMIN_TOKEN
                : TOKENS.computeIfAbsent(Arc.container(), service -> new HashMap<>())
                        .computeIfAbsent(role, Service::newToken);
    }

    /** Another token with that role. */
    public static String newToken(String role) {
        return with(FreshPostgres.ADMIN_TOKEN)
                .contentType("application/json")
                .body("{\"name\": \"for tests\", \"owner\": \"" + role + "\", \"roles\": [\"" + role + "\"]}")
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    public static Response get(String path) {
        return request().get(path);
    }
}
