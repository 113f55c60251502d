package dev.tradeoff.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.DriverManager;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Editors of one draft at the same time, in one service. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ManyEditorsTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private static Client editor() {
        return Client.of(RestAssured.port, FreshPostgres.ADMIN_TOKEN).with("editor");
    }

    private static Editors editors() {
        return new Editors(editor());
    }

    @Test
    void fifty_who_add_a_hundred_members_each_make_five_thousand() {
        editors().add(50, 100);
    }

    @Test
    void each_acknowledged_change_is_based_on_the_one_before() {
        assertThat(editors().count(8, 10)).as("refused as stale").isPositive();
    }

    @Test
    void who_gets_no_connection_in_time_is_asked_to_come_back_and_readers_notice_nothing() throws Exception {
        var editor = editor();
        var path = "/api/v1/comparisons/waiting-" + UUID.randomUUID() + "/draft";
        editor.send("PUT", path, "{}").expect(201);
        try (var somebody = DriverManager.getConnection(database, "postgres", "postgres")) {
            somebody.setAutoCommit(false);
            somebody.createStatement().execute("select * from comparison for update");
            var turnedAway = new CountDownLatch(1);
            var statuses = Crowd.of(101, i -> () -> {
                if (i == 100) { // lets the others go on as soon as one of them was turned away
                    assertThat(turnedAway.await(60, TimeUnit.SECONDS)).isTrue();
                    editor.send("GET", "/api/v1/comparisons", "").expect(200);
                    somebody.rollback();
                    return 200;
                }
                var answer = editor.send("PUT", path, "{\"title\": \"Of editor " + i + "\"}", "If-Match", "*");
                if (answer.expect(200, 503).status() == 503) {
                    assertThat(answer.header("Retry-After")).isNotEmpty();
                    assertThat(answer.json().get("type").asText()).isEqualTo("/problems/unavailable");
                    turnedAway.countDown();
                }
                return answer.status();
            });
            assertThat(statuses).contains(200, 503);
        }
    }
}
