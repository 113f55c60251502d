package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tradeoff.contract.Operations;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.shared.web.RouteTable;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever writes, the OpenAPI document says so, and refuses those who may not: nothing is changed, and the audit knows.
 * The operations are taken from the document, so that a new one cannot be forgotten.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class EveryWriteTest {

    private static final List<String> READING = List.of("get", "head", "options");

    /** POSTs that compute and store nothing. A new one is a decision, made here. */
    private static final Set<String> COMPUTING = Set.of("analyseMatrix", "computeWeights", "recommend");

    /** What a refused attempt leaves behind, and what using a token does. */
    private static final Set<String> TRACES = Set.of("audit_entry", "refused_attempt", "api_token");

    private static final String UNKNOWN = "tradeoff_aaaaaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    DataSource database;

    @Inject
    RouteTable routes;

    @TestFactory
    Stream<DynamicTest> without_a_token() {
        return writes(operation -> nobody(operation, Optional.empty()));
    }

    @TestFactory
    Stream<DynamicTest> with_a_token_that_nobody_knows() {
        return writes(operation -> nobody(operation, Optional.of(UNKNOWN)));
    }

    @TestFactory
    Stream<DynamicTest> with_an_expired_token() throws SQLException {
        var token = Service.newToken("admin");
        try (var connection = database.getConnection()) {
            connection
                    .createStatement()
                    .execute("update api_token set expires_at = now() - interval '1 minute' where id = '" + id(token)
                            + "'");
        }
        return writes(operation -> known(operation, token, 401, "The token has expired."));
    }

    @TestFactory
    Stream<DynamicTest> with_a_revoked_token() {
        var token = Service.newToken("admin");
        Service.as("admin").delete("/api/v1/tokens/" + id(token)).then().statusCode(204);
        return writes(operation -> known(operation, token, 401, "The token was revoked."));
    }

    @TestFactory
    Stream<DynamicTest> with_a_token_that_is_too_weak() {
        var editor = Service.newToken("editor");
        var publisher = Service.newToken("publisher");
        return Operations.all().stream().filter(EveryWriteTest::writes).flatMap(operation -> Stream.of(
                        "editor", "publisher")
                .filter(role -> isTooWeak(role, operation.role()))
                .map(role -> dynamicTest(
                        operation.id() + " as " + role,
                        () -> known(
                                operation,
                                role.equals("editor") ? editor : publisher,
                                403,
                                "needs the role " + operation.role()))));
    }

    @Test
    void every_operation_that_is_no_read_needs_a_role() {
        assertThat(Operations.all().stream()
                        .filter(operation -> !READING.contains(operation.method()))
                        .filter(operation -> !COMPUTING.contains(operation.id()))
                        .filter(operation -> operation.role().isEmpty())
                        .map(Operations.Operation::id))
                .isEmpty();
    }

    @Test
    void the_document_names_a_role_exactly_where_the_code_asks_for_one() {
        for (var operation : Operations.all()) {
            var coded = routes.find(operation.method().toUpperCase(Locale.ROOT), operation.address());
            assertThat(coded).as(operation.id()).isPresent();
            assertThat(operation.role().isEmpty())
                    .as(operation.id())
                    .isEqualTo(coded.get().isOpenToAll());
        }
        for (var coded : routes.all()) {
            if (!coded.isDocumented()) {
                assertThat(coded.method()).as("%s, which is hidden", coded.id()).isEqualTo("GET");
                continue;
            }
            assertThat(Operations.all())
                    .as("%s of the code, in the document", coded.id())
                    .anyMatch(operation -> operation.method().equalsIgnoreCase(coded.method())
                            && coded.path().matches(operation.address()));
        }
        for (var section : Section.values()) {
            assertThat(Operations.all().stream()
                            .filter(operation -> operation.address().matches(".*/draft/" + section.path() + "(/.*)?"))
                            .map(operation -> operation.method() + operation.role()))
                    .as("what can be done with %s", section.path())
                    .contains("geteditor", "posteditor", "puteditor", "deleteeditor");
        }
    }

    @TestFactory
    Stream<DynamicTest> nobody_reads_what_needs_a_role() {
        return Operations.all().stream()
                .filter(operation -> !writes(operation) && !operation.role().isEmpty())
                .map(operation -> dynamicTest(operation.id(), () -> {
                    nobody(operation, Optional.empty());
                    nobody(operation, Optional.of(UNKNOWN));
                }));
    }

    private static Stream<DynamicTest> writes(Attempt attempt) {
        return Operations.all().stream()
                .filter(EveryWriteTest::writes)
                .map(operation -> dynamicTest(operation.id(), () -> attempt.at(operation)));
    }

    private interface Attempt {
        void at(Operations.Operation operation) throws SQLException;
    }

    private static boolean writes(Operations.Operation operation) {
        return !READING.contains(operation.method()) && !COMPUTING.contains(operation.id());
    }

    private static boolean isTooWeak(String role, String needed) {
        return Roles.ASCENDING.indexOf(role) < Roles.ASCENDING.indexOf(needed);
    }

    private void nobody(Operations.Operation operation, Optional<String> token) throws SQLException {
        var before = everything();
        long attempts = attempts();
        assertThat(operation.tryOut(token, UUID.randomUUID().toString()).statusCode())
                .isEqualTo(401);
        assertThat(everything()).isEqualTo(before);
        assertThat(attempts()).isEqualTo(attempts + 1);
    }

    private void known(Operations.Operation operation, String token, int status, String reason) throws SQLException {
        var before = everything();
        var request = UUID.randomUUID().toString();
        assertThat(operation.tryOut(Optional.of(token), request).statusCode()).isEqualTo(status);
        assertThat(everything()).isEqualTo(before);
        var newest = audit("outcome=refused&limit=1");
        assertThat(newest.getString("items[0].requestId")).isEqualTo(request);
        assertThat(newest.getString("items[0].actorId")).isEqualTo(id(token));
        assertThat(newest.getString("items[0].target")).isEqualTo(operation.address());
        assertThat(newest.getString("items[0].details.reason")).isEqualTo(reason);
    }

    private static JsonPath audit(String query) {
        return Service.as("admin").get("/api/v1/audit?" + query).jsonPath();
    }

    private static long attempts() {
        return audit("action=attempt&limit=100").getList("items.count", Integer.class).stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static String id(String token) {
        return token.split("_")[1];
    }

    /** A digest of each table that a write could change. */
    private TreeMap<String, String> everything() throws SQLException {
        var digests = new TreeMap<String, String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var found = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            tables.removeAll(TRACES);
            for (var table : tables) {
                try (var found = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                + table + " t")) {
                    found.next();
                    digests.put(table, found.getString(1));
                }
            }
            try (var found = statement.executeQuery("select count(*), count(revoked_at) from api_token")) {
                found.next();
                digests.put("api_token", found.getLong(1) + " " + found.getLong(2));
            }
        }
        return digests;
    }
}
