package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who did what, and was refused what, is kept. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class AuditTest {

    private static final String TOKENS = "/api/v1/tokens";

    @Inject
    DataSource database;

    @Test
    void a_change_is_kept_with_who_made_it_when_from_where_and_under_which_request() {
        var id = id(Service.newToken("editor"));
        var answer = Service.as("admin").header("X-Request-Id", "revoke-" + id).delete(TOKENS + "/" + id);
        assertThat(answer.statusCode()).isEqualTo(204);
        var entries = audit("target=" + TOKENS + "/" + id);
        assertThat(entries.getList("items.action")).containsExactly("revokeToken", "createToken");
        assertThat(entries.getMap("items[0]"))
                .containsEntry("actor", "admin")
                .containsEntry("actorKind", "token")
                .containsEntry("actorId", "configured")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("outcome", "done")
                .containsEntry("requestId", "revoke-" + id)
                .containsEntry("count", 1);
        assertThat(entries.getList("items[0].roles")).containsExactly("editor", "publisher", "admin");
    }

    @Test
    void somebody_with_too_weak_a_role_is_kept() {
        var token = Service.newToken("editor");
        assertThat(Service.with(token).delete(TOKENS + "/whatever").statusCode())
                .isEqualTo(403);
        var entry = audit("outcome=refused&actor=editor").getMap("items[0]");
        assertThat(entry)
                .containsEntry("actorId", id(token))
                .containsEntry("action", "revokeToken")
                .containsEntry("target", TOKENS + "/whatever");
        assertThat(entry.get("details")).hasToString("{reason=needs the role admin}");
    }

    @Test
    void a_revoked_token_that_is_used_is_kept_by_its_id() {
        var token = Service.newToken("admin");
        Service.as("admin").delete(TOKENS + "/" + id(token));
        Service.with(token).get(TOKENS);
        var entry = audit("outcome=refused&action=listTokens").getMap("items[0]");
        assertThat(entry).containsEntry("actorId", id(token)).containsEntry("actorKind", "token");
        assertThat(entry.get("details")).hasToString("{reason=The token was revoked.}");
    }

    @Test
    void those_who_are_nobody_are_counted_by_address_and_minute() {
        long before = attempts();
        for (int i = 0; i < 3; i++) {
            Service.get(TOKENS).then().statusCode(401);
        }
        Service.with("tradeoff_aaaaaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                .get(TOKENS);
        assertThat(attempts()).isEqualTo(before + 4);
        var entry = audit("action=attempt").getMap("items[0]");
        assertThat(entry)
                .containsEntry("actor", "anonymous")
                .containsEntry("actorKind", "anonymous")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("outcome", "refused")
                .containsEntry("target", null);
        assertThat(Instant.parse((String) entry.get("at")))
                .isEqualTo(((String) entry.get("at")).substring(0, 16) + ":00Z");
    }

    @Test
    void the_list_comes_in_pages_newest_first_and_keeps_its_place() {
        for (int i = 0; i < 5; i++) {
            Service.newToken("editor");
        }
        var first = Service.as("admin").get("/api/v1/audit?action=createToken&limit=2");
        var seen = new ArrayList<>(first.jsonPath().getList("items.id", Integer.class));
        Service.newToken("editor");
        var address = first.header("Link").replaceFirst("^<([^>]*)>.*", "$1");
        seen.addAll(Service.as("admin").get(address).jsonPath().getList("items.id", Integer.class));
        assertThat(seen).hasSize(4).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b - a);
    }

    @ParameterizedTest
    @CsvSource({"actor, admin", "action, createToken", "outcome, done", "address, 127.0.0.1"})
    void entries_are_filtered(String field, String value) {
        Service.newToken("editor");
        Service.as("admin")
                .get("/api/v1/audit?" + field + "=" + value)
                .then()
                .statusCode(200)
                .body("items." + field, everyItem(equalTo(value)));
        Service.as("admin")
                .get("/api/v1/audit?" + field + "=" + value + "&until=2001-01-01T00:00:00Z")
                .then()
                .body("items", hasSize(0))
                .body("page.total", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"since=yesterday", "until=1", "outcome=perhaps", "cursor=AAAA", "actr=admin"})
    void a_filter_that_cannot_be_read_is_refused(String query) {
        Service.as("admin").get("/api/v1/audit?" + query).then().statusCode(400);
    }

    @Test
    void only_administrators_read_it() {
        Service.as("publisher").get("/api/v1/audit").then().statusCode(403);
        Service.get("/api/v1/audit").then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from refused_attempt",
                "truncate refused_attempt",
                "update refused_attempt set count = 1, last_at = last_at - interval '1 hour'",
                "update refused_attempt set address = 'elsewhere', count = count + 1"
            })
    void the_database_refuses_to_change_it(String statement) {
        Service.newToken("editor");
        Service.get(TOKENS);
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection()) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
    }

    private static JsonPath audit(String query) {
        return Service.as("admin")
                .get("/api/v1/audit?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long attempts() {
        return audit("action=attempt&limit=100").getList("items.count", Integer.class).stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static String id(String token) {
        return token.split("_")[1];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%2B999999-01-01T00:00:00Z", "-0001-01-01T00:00:00Z", "%2B10000-01-01T00:00:00Z", "yesterday"})
    void a_time_that_RFC_3339_cannot_write_is_refused(String time) {
        for (var parameter : new String[] {"since", "until"}) {
            Service.as("admin")
                    .get("/api/v1/audit?" + parameter + "=" + time)
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo(parameter));
        }
        Service.as("admin")
                .get("/api/v1/audit?since=0000-01-01T00:00:00Z&until=9999-12-31T23:59:59Z")
                .then()
                .statusCode(200);
    }
}
