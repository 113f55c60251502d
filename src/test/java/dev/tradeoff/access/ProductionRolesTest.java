package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.contract.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the database roles that are documented for production, the service works, and cannot touch the audit. */
@QuarkusTest
@TestProfile(ProductionRolesTest.OwnDatabase.class)
class ProductionRolesTest {

    public static final class OwnDatabase implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ProductionRoles.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    void take_away_what_the_service_never_needs() throws SQLException {
        ProductionRoles.run(
                url, "tradeoff_owner", "owner-secret", ProductionRoles.scripts().get(2));
    }

    @Test
    void the_service_works() {
        var token = Service.newToken("publisher");
        var technology = "/api/v1/technologies/t-" + UUID.randomUUID();
        Service.with(token)
                .contentType("application/json")
                .body("{\"name\": \"T\", \"kind\": \"library\", \"summary\": \"Made for a test.\"}")
                .put(technology)
                .then()
                .statusCode(201);
        Service.with(token).header("If-Match", "*").delete(technology).then().statusCode(204);
        Service.as("admin")
                .delete("/api/v1/tokens/" + token.split("_")[1])
                .then()
                .statusCode(204);
        Service.with(token).get("/api/v1/tokens").then().statusCode(401);
        Service.get("/api/v1/tokens").then().statusCode(401);
        Service.get("/api/v1/tokens").then().statusCode(401);
        assertThat(actions("outcome=done")).contains("createToken", "putTechnology", "revokeToken");
        assertThat(actions("action=attempt")).isNotEmpty();
    }

    private static List<String> actions(String filter) {
        return Service.as("admin").get("/api/v1/audit?" + filter).jsonPath().getList("items.action");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "alter table audit_entry disable trigger audit_entry_is_immutable",
                "drop trigger audit_entry_is_immutable on audit_entry",
                "drop table audit_entry",
                "create or replace function refuse_change_of_audit() returns trigger language sql as 'select null'",
                "set session_replication_role = replica",
                "delete from refused_attempt",
                "truncate refused_attempt",
                "alter table refused_attempt disable trigger all",
                "update refused_attempt set address = 'elsewhere', count = count + 1",
                "update revision set message = 'other'",
                "delete from revision",
                "set role tradeoff_owner",
                "delete from flyway_schema_history"
            })
    void the_role_of_the_service_cannot_touch_what_was_written(String statement) {
        Service.newToken("editor");
        Service.get("/api/v1/tokens");
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection()) {
                        connection.createStatement().execute(statement);
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner|append-only|immutable).*");
    }

    @Test
    void the_owner_removes_what_is_old() throws SQLException {
        ProductionRoles.run(
                url, "tradeoff_owner", "owner-secret", ProductionRoles.scripts().get(3));
        try (var connection = database.getConnection();
                var found = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_trigger where tgenabled = 'D'")) {
            found.next();
            assertThat(found.getInt(1)).isZero();
        }
    }
}
