package dev.tradeoff.feed;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static dev.tradeoff.feed.Publishing.comparison;
import static dev.tradeoff.feed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published, as a list that can be followed. Each fact has comparisons of its own. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class FollowedChangesTest {

    private static final String CHANGES = "/api/v1/changes";

    @Inject
    Publishing publishing;

    @Test
    void a_publication_is_told_as_soon_as_its_publisher_is_answered() {
        var slug = fresh("told");
        for (int i = 1; i <= 3; i++) {
            publishing.publish(comparison(slug, "Title " + i), "Because of " + i);
            get(CHANGES + "?limit=1")
                    .then()
                    .statusCode(200)
                    .body("items[0].comparison", equalTo(slug))
                    .body("items[0].revision", equalTo(i))
                    .body("items[0].message", equalTo("Because of " + i))
                    .body("items[0].publishedBy", equalTo("tester"));
        }
    }

    @Test
    void it_says_what_changed_as_the_revision_does() {
        var slug = publishing.published("words", "First");
        publishing.publish(comparison(slug, "Second title"), "Second");
        var item = get(CHANGES + "?comparison=" + slug).jsonPath();
        assertThat(item.getList("items[0].changes", String.class))
                .containsExactly("Comparison: title changed from “First title” to “Second title”")
                .isEqualTo(
                        get(item.getString("items[0].changesHref")).jsonPath().getList("items.text", String.class));
        get(item.getString("items[0].href")).then().body("revision", equalTo(2));
        get(item.getString("items[1].href")).then().body("revision", equalTo(1));
        assertThat(item.getInt("items[0].moreChanges")).isZero();
    }

    @Test
    void many_changes_are_counted_and_long_ones_cut() {
        var slug = publishing.published("many", "First");
        publishing.publish(comparison(slug, "x".repeat(200), "react", 29), "Many");
        var told = get(CHANGES + "?comparison=" + slug).jsonPath();
        assertThat(told.getList("items[0].changes")).hasSize(20);
        assertThat(told.getInt("items[0].moreChanges")).isEqualTo(10);
        publishing.publish(comparison(slug, "y".repeat(200), "react", 29), "Long");
        assertThat(get(CHANGES + "?comparison=" + slug).jsonPath().getList("items[0].changes", String.class))
                .singleElement()
                .satisfies(text -> assertThat(text).hasSize(300).endsWith("…"));
    }

    @Test
    void who_asks_for_what_came_after_a_position_gets_each_publication_once() {
        var slug = publishing.published("follow", "1");
        long position = get(CHANGES + "?comparison=" + slug).jsonPath().getLong("position");
        var told = new ArrayList<String>();
        for (int i = 2; i <= 5; i++) {
            publishing.publish(comparison(slug, "Title " + i), Integer.toString(i));
            var answer =
                    get(CHANGES + "?comparison=" + slug + "&since=" + position).jsonPath();
            told.addAll(answer.getList("items.message", String.class));
            position = answer.getLong("position");
        }
        assertThat(told).containsExactly("2", "3", "4", "5");
        get(CHANGES + "?comparison=" + slug + "&since=" + position)
                .then()
                .body("items", hasSize(0))
                .body("page.total", equalTo(0))
                .body("position", equalTo((int) position));
    }

    @Test
    void a_time_stands_for_what_was_published_then_or_later() {
        var slug = publishing.published("time", "1");
        publishing.publish(comparison(slug, "Second"), "2");
        publishing.publish(comparison(slug, "Third"), "3");
        var second = get(CHANGES + "?comparison=" + slug).jsonPath().getString("items[1].publishedAt");
        get(CHANGES + "?comparison=" + slug + "&since=" + second)
                .then()
                .body("items.message", contains("3", "2"))
                .body("page.total", equalTo(2));
        get(CHANGES + "?since=9999-12-31T23:59:59Z").then().body("items", hasSize(0));
        get(CHANGES + "?comparison=" + slug + "&since=0000-01-01T00:00:00Z")
                .then()
                .body("page.total", equalTo(3));
    }

    @Test
    void pages_tell_each_publication_once_while_others_publish() {
        var slug = publishing.published("pages", "1");
        for (int i = 2; i <= 5; i++) {
            publishing.publish(comparison(slug, "Title " + i), Integer.toString(i));
        }
        var first = get(CHANGES + "?limit=2&comparison=" + slug);
        assertThat(first.header("Link")).startsWith("<" + CHANGES + "?").endsWith("rel=\"next\"");
        publishing.publish(comparison(slug, "Title 6"), "6");
        var walked = new ArrayList<>(first.jsonPath().getList("items.message", String.class));
        var next = first.jsonPath().getString("page.next");
        while (next != null) {
            var page = get(CHANGES + "?limit=2&comparison=" + slug + "&cursor=" + next)
                    .jsonPath();
            walked.addAll(page.getList("items.message", String.class));
            next = page.getString("page.next");
        }
        assertThat(walked).containsExactly("5", "4", "3", "2", "1");
    }

    @Test
    void what_is_older_than_what_is_in_memory_comes_from_the_database() throws SQLException {
        var slug = publishing.published("older", "1");
        publishing.publishElsewhere(slug, 250, "many");
        get("/api/v1/comparisons/" + slug + "/revisions").then().body("page.total", equalTo(251)); // and it is heard
        publishing.published("newer", "1");
        var revisions = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page = get(CHANGES + "?limit=100&comparison=" + slug + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            assertThat(page.getInt("page.total")).isEqualTo(251);
            revisions.addAll(page.getList("items.revision", Integer.class));
            cursor = page.getString("page.next");
        } while (cursor != null);
        assertThat(revisions).hasSize(251).startsWith(251, 250).endsWith(2, 1).doesNotHaveDuplicates();
        get(CHANGES + "?limit=1&technology=react&comparison=" + slug).then().body("page.total", equalTo(251));
        get(CHANGES + "?limit=1&since=1&comparison=" + slug).then().body("page.total", equalTo(251));
        get(CHANGES + "?limit=1&since=2000-01-01T00:00:00Z&comparison=" + slug)
                .then()
                .body("page.total", equalTo(251));
        get("/feeds/changes.json?comparison=" + slug).then().body("items", hasSize(50));
    }

    @Test
    void a_technology_stands_for_its_parts_and_is_known_by_its_other_names() {
        var slug = fresh("part");
        publishing.publish(comparison(slug, "Part of Python", "fastapi", 0), "First");
        for (var name : List.of("fastapi", "python")) {
            get(CHANGES + "?technology=" + name).then().body("items.comparison", hasItem(slug));
        }
        get(CHANGES + "?technology=nodejs").then().body("items.comparison", not(hasItem(slug)));
        assertThat(get(CHANGES + "?technology=node").jsonPath().getList("items.comparison"))
                .isNotEmpty()
                .isEqualTo(get(CHANGES + "?technology=nodejs").jsonPath().getList("items.comparison"));
        get(CHANGES + "?technology=nothing").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void what_is_archived_is_left_out_until_it_is_brought_back() {
        var slug = publishing.published("archived", "First");
        var other = publishing.published("kept", "First");
        publishing.archive(slug);
        for (var list : List.of(CHANGES, CHANGES + "?technology=react", CHANGES + "?since=1")) {
            get(list).then().body("items.comparison", not(hasItem(slug))).body("items.comparison", hasItem(other));
        }
        get(CHANGES + "?comparison=" + slug).then().body("items", hasSize(0)).body("page.total", equalTo(0));
        get("/feeds/changes.json?comparison=" + slug).then().body("items", hasSize(0));
        publishing.unarchive(slug);
        get(CHANGES + "?comparison=" + slug).then().body("items", hasSize(1)).body("page.total", equalTo(1));
    }

    @Test
    void everything_that_was_published_is_counted() {
        publishing.published("counted", "First");
        get(CHANGES + "?limit=1").then().body("page.total", greaterThan(1)).body("page.next", not(nullValue()));
        get(CHANGES + "?limit=1&technology=react").then().body("page.total", greaterThan(0));
    }

    @Test
    void an_answer_that_is_known_is_not_sent_again_until_something_is_published() {
        var slug = publishing.published("known", "First");
        var address = CHANGES + "?comparison=" + slug;
        var tag = get(CHANGES).header("ETag");
        for (int i = 0; i < 3; i++) { // kept from the second time on
            request().header("If-None-Match", tag).get(CHANGES).then().statusCode(304);
            assertThat(get(address).jsonPath().getList("items")).hasSize(1);
        }
        publishing.publish(comparison(slug, "Second"), "Second");
        request().header("If-None-Match", tag).get(CHANGES).then().statusCode(200);
        assertThat(get(address).jsonPath().getList("items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=yesterday",
                "since=-1",
                "since=12345678901234567890",
                "since=2026-13-01T00:00:00Z",
                "cursor=AQ",
                "limit=101",
                "topic=x"
            })
    void what_cannot_be_understood_is_refused(String query) {
        var problem =
                get(CHANGES + "?" + query).then().statusCode(400).extract().jsonPath();
        assertThat(problem.getString("parameter")).isEqualTo(query.replaceAll("=.*", ""));
    }

    @Test
    void a_cursor_belongs_to_its_filters() {
        publishing.published("mine", "First");
        publishing.published("mine", "First");
        JsonPath page = get(CHANGES + "?limit=1").jsonPath();
        get(CHANGES + "?limit=1&technology=vue&cursor=" + page.getString("page.next"))
                .then()
                .statusCode(400);
    }
}
