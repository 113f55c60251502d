package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are made, shown once, used, listed and revoked. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class TokensTest {

    private static final String TOKENS = "/api/v1/tokens";

    @Inject
    DataSource database;

    @Test
    void a_token_is_shown_when_it_is_made_and_never_again() {
        var made = make("{\"name\": \"Pipeline\", \"owner\": \"platform-team\", \"roles\": [\"publisher\"]}")
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .header("Location", startsWith(TOKENS + "/"))
                .body("owner", equalTo("platform-team"))
                .body("roles", equalTo(List.of("publisher")))
                .extract();
        String token = made.path("token");
        assertThat(token).matches("tradeoff_[a-z0-9]{16}_[A-Za-z0-9_-]{43}");
        var secret = token.substring(26);
        Service.as("admin")
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("name", equalTo("Pipeline"))
                .body("state", equalTo("active"))
                .body(not(containsString(secret)));
        assertThat(Service.as("admin").get(TOKENS + "?limit=100").asString())
                .contains(made.<String>path("id"))
                .doesNotContain(secret)
                .doesNotContain("igest");
    }

    @Test
    void nothing_in_the_database_holds_the_secret_of_a_token() throws SQLException {
        var token = Service.newToken("editor");
        var key = UUID.randomUUID().toString();
        String other = Service.as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\": \"x\", \"roles\": [\"editor\"]}")
                .post(TOKENS)
                .path("token");
        Service.with(token).get(TOKENS);
        for (var secret : List.of(token.substring(26), other.substring(26))) {
            for (var table : tables()) {
                assertThat(count("select count(*) from " + table + " t where t::text like '%" + secret
                                + "%' or t::text like '%"
                                + java.util.HexFormat.of().formatHex(secret.getBytes()) + "%'"))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void a_token_lasts_ninety_days_unless_something_else_is_said() {
        String usual =
                make("{\"name\": \"a\", \"roles\": [\"editor\"]}").extract().path("expiresAt");
        assertThat(Duration.between(Instant.now(), Instant.parse(usual)))
                .isBetween(Duration.ofDays(90).minusMinutes(5), Duration.ofDays(90));
        String asked = make("{\"name\": \"a\", \"roles\": [\"editor\"], \"expiresIn\": \"PT12H\"}")
                .extract()
                .path("expiresAt");
        assertThat(Duration.between(Instant.now(), Instant.parse(asked)))
                .isBetween(Duration.ofHours(12).minusMinutes(5), Duration.ofHours(12));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {"roles": ["editor"]}                                                                ; 422 ; /name
                    {"name": "a"}                                                                        ; 422 ; /roles
                    {"name": "a", "roles": ["editor", "root"]}                                           ; 422 ; /roles/1
                    {"name": "a", "roles": ["editor"], "expiresIn": "P900D"}                             ; 422 ; /expiresIn
                    {"name": "a", "roles": ["editor"], "expiresIn": "-P1D"}                              ; 422 ; /expiresIn
                    {"name": "a", "roles": ["editor"], "expiresAt": "2001-01-01T00:00:00Z"}              ; 422 ; /expiresAt
                    {"name": "a", "roles": ["editor"], "expiresAt": "2001-01-01T00:00:00Z", "expiresIn": "P1D"} ; 422 ; /expiresIn
                    {"name": "a", "roles": ["editor"], "expiresAt": "tomorrow"}                          ; 400 ; /expiresAt
                    {"name": "a", "roles": ["editor"], "expiresIn": "a month"}                           ; 400 ; /expiresIn
                    {"name": "a", "roles": ["editor"], "secret": "mine"}                                 ; 400 ; /secret
                    {"name": 7, "roles": ["editor"]}                                                     ; 400 ; /name
                    """)
    void what_is_wrong_with_a_wish_is_named(String body, int status, String pointer) {
        make(body).statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_repeated_wish_makes_no_second_token_and_is_told_the_first_ones_id() {
        var key = UUID.randomUUID().toString();
        var body = "{\"name\": \"once\", \"roles\": [\"editor\"]}";
        String id = keyed(key, body).statusCode(201).extract().path("id");
        keyed(key, body)
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"))
                .body("detail", containsString(id));
        keyed(key, "{\"name\": \"another\", \"roles\": [\"editor\"]}").statusCode(422);
    }

    @Test
    void a_revoked_token_is_not_taken_any_more_and_revoking_it_again_changes_nothing() {
        var token = Service.newToken("admin");
        Service.with(token).get(TOKENS).then().statusCode(200);
        Service.as("admin").delete(TOKENS + "/" + id(token)).then().statusCode(204);
        Service.as("admin").delete(TOKENS + "/" + id(token)).then().statusCode(204);
        Service.with(token)
                .get(TOKENS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"tradeoff\", error=\"invalid_token\"")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("detail", equalTo("The token was revoked."));
        Service.as("admin")
                .get(TOKENS + "/" + id(token))
                .then()
                .body("state", equalTo("revoked"))
                .body("revokedBy", equalTo("admin"))
                .body("revokedAt", notNullValue());
    }

    @Test
    void an_administrator_may_revoke_the_token_in_use() {
        var token = Service.newToken("admin");
        Service.with(token).delete(TOKENS + "/" + id(token)).then().statusCode(204);
        Service.with(token).get(TOKENS).then().statusCode(401);
    }

    @Test
    void an_unknown_token_cannot_be_read_or_revoked() {
        Service.as("admin").get(TOKENS + "/nothing").then().statusCode(404);
        Service.as("admin").delete(TOKENS + "/nothing").then().statusCode(404);
    }

    @Test
    void the_last_use_is_told() {
        var token = Service.newToken("admin");
        Service.as("admin").get(TOKENS + "/" + id(token)).then().body("lastUsedAt", nullValue());
        Service.with(token).get(TOKENS).then().statusCode(200);
        Service.as("admin").get(TOKENS + "/" + id(token)).then().body("lastUsedAt", notNullValue());
    }

    @Test
    void the_list_comes_in_pages_newest_first() {
        for (int i = 0; i < 5; i++) {
            Service.newToken("editor");
        }
        var all = Service.as("admin").get(TOKENS + "?limit=100").jsonPath().getList("items.id", String.class);
        var paged = new ArrayList<String>();
        var address = TOKENS + "?limit=2";
        while (paged.size() < 4) {
            var page = Service.as("admin").get(address);
            paged.addAll(page.jsonPath().getList("items.id", String.class));
            address = page.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
            assertThat(address).contains("cursor=" + page.path("page.next"));
        }
        assertThat(paged).isEqualTo(all.subList(0, 4));
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"editor", "publisher"})
    void lesser_roles_manage_no_tokens_and_are_told_what_it_takes(String role) {
        Service.as(role)
                .get(TOKENS)
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", "Bearer realm=\"tradeoff\", error=\"insufficient_scope\", scope=\"admin\"")
                .body("type", equalTo("/problems/forbidden"))
                .body("detail", containsString("needs the role “admin”"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer two words",
                "tradeoff_abc",
                "Bearer tradeoff_",
                "Bearer tradeoff_x_y",
                "Bearer tradeoff_aaaaaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                "Bearer %00",
                "Bearer ü"
            })
    void whatever_else_stands_in_the_header_is_nobody(String header) {
        Service.request()
                .header("Authorization", header)
                .get(TOKENS)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"tradeoff\", error=\"invalid_token\"");
    }

    @Test
    void two_headers_are_nobody() {
        Service.as("admin")
                .header("Authorization", "Bearer x")
                .get(TOKENS)
                .then()
                .statusCode(401);
    }

    @Test
    void without_a_token_the_challenge_says_no_more_than_its_realm() {
        Service.get(TOKENS)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"tradeoff\"")
                .body("detail", containsString("Authorization: Bearer"));
    }

    @Test
    void the_id_of_a_token_helps_nobody_without_its_secret() {
        var token = Service.newToken("admin");
        Service.with(token).get(TOKENS).then().statusCode(200); // and is remembered
        var forged = token.substring(0, token.length() - 4) + (token.endsWith("AAAA") ? "BBBB" : "AAAA");
        Service.with(forged).get(TOKENS).then().statusCode(401).body("detail", equalTo("The token is not known here."));
    }

    @Test
    void an_address_that_nothing_has_is_that_to_everybody() {
        Service.get("/api/v1/tokenz").then().statusCode(404);
        Service.request().put(TOKENS).then().statusCode(405);
        Service.get("/api/v1/tokens?what=1").then().statusCode(401);
        Service.as("admin").get("/api/v1/tokens?what=1").then().statusCode(400);
    }

    private static ValidatableResponse make(String body) {
        return Service.as("admin")
                .contentType("application/json")
                .body(body)
                .post(TOKENS)
                .then();
    }

    private static ValidatableResponse keyed(String key, String body) {
        return Service.as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(TOKENS)
                .then();
    }

    private static String id(String token) {
        return token.split("_")[1];
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var connection = database.getConnection();
                var found = connection
                        .createStatement()
                        .executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
