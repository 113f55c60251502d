package dev.tradeoff.feed;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static dev.tradeoff.feed.Publishing.comparison;
import static dev.tradeoff.feed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens, as it happens. Each fact has comparisons of its own. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ChangeStreamTest {

    @Inject
    Publishing publishing;

    @Test
    void a_publication_is_told_when_it_happens() throws Exception {
        var slug = fresh("live");
        try (var follower = Follower.of("?comparison=" + slug)) {
            publishing.publish(comparison(slug, "Title"), "First");
            var event = follower.told();
            assertThat(event.name()).isEqualTo("published");
            assertThat(event.json().path("comparison").asText()).isEqualTo(slug);
            assertThat(event.json().path("message").asText()).isEqualTo("First");
            assertThat(event.id()).isEqualTo(event.json().path("position").asText());
            assertThat(event.json())
                    .isEqualTo(new ObjectMapper()
                            .readTree(get("/api/v1/changes?comparison=" + slug).asString())
                            .at("/items/0"));
        }
    }

    @Test
    void what_another_replica_publishes_is_told_in_its_order() throws Exception {
        var slug = publishing.published("elsewhere", "First");
        try (var follower = Follower.of("?comparison=" + slug)) {
            publishing.publishElsewhere(slug, 300, "Theirs");
            for (int revision = 2; revision <= 301; revision++) {
                assertThat(follower.told().json().path("revision").asInt()).isEqualTo(revision);
            }
        }
    }

    @Test
    void who_comes_again_goes_on_without_loss_or_repetition() throws Exception {
        var slug = publishing.published("again", "0");
        var told = new ArrayList<String>();
        var lastId = "";
        try (var follower = Follower.of("?comparison=" + slug)) {
            follower.next(); // where it begins
            lastId = follower.lastId();
        }
        for (int round = 0; round < 5; round++) {
            publishing.publish(comparison(slug, "While away " + round), "away " + round);
            try (var follower = Follower.of("?comparison=" + slug, "Last-Event-ID", lastId)) {
                publishing.publish(comparison(slug, "While there " + round), "there " + round);
                told.addAll(follower.messages(2));
                lastId = follower.lastId();
            }
        }
        assertThat(told)
                .containsExactlyElementsOf(IntStream.range(0, 5)
                        .boxed()
                        .flatMap(round -> Stream.of("away " + round, "there " + round))
                        .toList());
    }

    @Test
    void what_is_no_longer_in_memory_is_told_too() throws Exception {
        var slug = publishing.published("long-ago", "First");
        publishing.publishElsewhere(slug, 450, "Theirs");
        publishing.published("later", "First");
        try (var follower = Follower.of("?lastEventId=0&comparison=" + slug)) {
            for (int revision = 1; revision <= 451; revision++) {
                assertThat(follower.told().json().path("revision").asInt()).isEqualTo(revision);
            }
        }
    }

    @Test
    void archiving_and_bringing_back_are_told_and_found_afterwards() throws Exception {
        var slug = publishing.published("archived", "First");
        try (var follower = Follower.of("?comparison=" + slug)) {
            publishing.archive(slug);
            var archived = follower.told();
            assertThat(archived.name()).isEqualTo("archived");
            assertThat(archived.json().path("href").asText()).isEqualTo("/api/v1/comparisons/" + slug);
            publishing.unarchive(slug);
            assertThat(follower.told().name()).isEqualTo("unarchived");
            publishing.archive(slug);
            assertThat(follower.told().name()).isEqualTo("archived");
            try (var later = Follower.of("?comparison=" + slug, "Last-Event-ID", archived.id())) {
                publishing.unarchive(slug);
                assertThat(later.told().name()).isIn("archived", "unarchived");
            }
        }
    }

    @Test
    void a_technology_stands_for_its_parts() throws Exception {
        try (var follower = Follower.of("?technology=python")) {
            publishing.published("react", "Not this");
            publishing.publish(comparison(fresh("fastapi"), "Title", "fastapi", 0), "But this");
            assertThat(follower.messages(1)).containsExactly("But this");
        }
    }

    @Test
    void each_of_many_is_told_everything() throws Exception {
        var slug = publishing.published("many", "0");
        var followers = new ArrayList<Follower>();
        for (int i = 0; i < 50; i++) {
            followers.add(Follower.of("?comparison=" + slug));
        }
        for (int i = 1; i <= 10; i++) {
            publishing.publish(comparison(slug, "Title " + i), Integer.toString(i));
        }
        for (var follower : followers) {
            assertThat(follower.messages(10)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
            follower.close();
        }
    }

    @Test
    void it_is_kept_by_nobody_and_held_back_by_nobody() throws Exception {
        try (var follower = Follower.of("")) {
            var headers = follower.response().headers();
            assertThat(headers.firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
            assertThat(headers.firstValue("X-Accel-Buffering")).hasValue("no");
        }
        request()
                .head(Follower.STREAM)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .contentType("text/event-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?lastEventId=x", "?lastEventId=-1", "?since=1", "?lastEventId=1234567890123456789"})
    void what_cannot_be_understood_is_refused(String query) {
        get(Follower.STREAM + query).then().statusCode(400);
    }

    @Test
    void what_nobody_accepts_is_not_sent() {
        request()
                .header("Accept", "application/json")
                .get(Follower.STREAM)
                .then()
                .statusCode(406);
        request().header("Last-Event-ID", "latest").get(Follower.STREAM).then().statusCode(400);
    }
}
