package dev.tradeoff.feed;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.feed.Publishing.comparison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Comparison;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the database lets nobody in, what is in memory is told. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class DatabaseAwayTest {

    @Inject
    Publishing publishing;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private Connection operator;

    @BeforeEach
    void connect() throws SQLException {
        operator = DriverManager.getConnection(database, "postgres", "postgres");
    }

    @AfterEach
    void reopen() throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute("alter role postgres login");
        }
        operator.close();
    }

    private void close() throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute("alter role postgres nologin");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()");
        }
    }

    /** A connection that was ended meanwhile is found out by who gets it. */
    private void publishPatiently(Comparison comparison) {
        var deadline = Instant.now().plusSeconds(20);
        while (true) {
            try {
                publishing.publish(comparison, comparison.title());
                return;
            } catch (RuntimeException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
            }
        }
    }

    @Test
    void the_newest_changes_are_told_and_older_ones_are_not() throws Exception {
        var slug = publishing.published("away", "First");
        publishing.publishElsewhere(slug, 250, "many");
        get("/api/v1/comparisons/" + slug + "/revisions").then().body("page.total", equalTo(251));
        publishing.publish(comparison(slug, "The last one"), "Last");
        get("/api/v1/changes?limit=1").then().body("items[0].message", equalTo("Last"));
        try (var follower = Follower.of("?comparison=" + slug)) {
            follower.next();
            close();
            get("/api/v1/changes?limit=50").then().statusCode(200).body("items", hasSize(50));
            get("/feeds/changes.atom").then().statusCode(200);
            get("/feeds/changes.json?technology=javascript")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(50));
            get("/api/v1/changes?since=1").then().statusCode(503).header("Retry-After", "5");
            reopen();
            connect();
            publishPatiently(comparison(slug, "Again"));
            assertThat(follower.messages(1)).containsExactly("Again");
        }
    }
}
