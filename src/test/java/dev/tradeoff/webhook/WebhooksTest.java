package dev.tradeoff.webhook;

import static dev.tradeoff.feed.Publishing.comparison;
import static dev.tradeoff.feed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.feed.Publishing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who made a webhook is told what happens, once it is certain, until it is taken. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(WebhooksTest.Anywhere.class)
class WebhooksTest {

    public static final class Anywhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tradeoff.webhook.allow-private-addresses", "true",
                    "tradeoff.webhook.allow-http", "true",
                    "tradeoff.webhook.time-limit", "2s",
                    "tradeoff.webhook.look", "100ms");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovableClock.class);
        }
    }

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Publishing publishing;

    @Inject
    Outbox outbox;

    private Receiver receiver;
    private String slug;

    @BeforeEach
    void open() throws Exception {
        receiver = new Receiver();
        slug = fresh("hooked");
    }

    @AfterEach
    void close() {
        Service.as("admin")
                .get(WEBHOOKS)
                .jsonPath()
                .getList("items.id", String.class)
                .forEach(id -> Service.as("admin").delete(WEBHOOKS + "/" + id));
        receiver.close();
    }

    @Test
    void a_publication_reaches_its_receiver_signed() throws Exception {
        var webhook = make();
        publishing.publish(comparison(slug, "First title"), "First");
        var message = receiver.next();
        assertThat(message.path()).isEqualTo("/hook?from=tradeoff");
        assertThat(message.contentType()).isEqualTo("application/json");
        assertThat(message.isSignedWith(webhook.getString("secret"))).isTrue();
        assertThat(message.json().path("type").asText()).isEqualTo("comparison.published");
        assertThat(message.json().path("timestamp").asText())
                .isEqualTo(message.json().at("/data/publishedAt").asText());
        assertThat(message.json().path("data"))
                .isEqualTo(new ObjectMapper()
                        .readTree(Service.get("/api/v1/changes?comparison=" + slug)
                                .asString())
                        .at("/items/0"));
        eventually(webhook, found -> "delivered".equals(found.getString("lastDelivery.state")));
        var found = find(webhook);
        assertThat(found.getString("lastDelivery.id")).isEqualTo(message.id());
        assertThat(found.getInt("lastDelivery.status")).isEqualTo(204);
        assertThat(found.getInt("waiting")).isZero();
    }

    @Test
    void publications_arrive_in_their_order() throws Exception {
        make();
        var sent = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            publishing.publish(comparison(slug, "Title " + i), Integer.toString(i));
            sent.add(Integer.toString(i));
        }
        var arrived = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            arrived.add(receiver.next().message());
        }
        assertThat(arrived).isEqualTo(sent);
    }

    @Test
    void what_another_replica_publishes_is_told_too() throws Exception {
        publishing.publish(comparison(slug, "First title"), "First");
        make();
        publishing.publishElsewhere(slug, 3, "Theirs");
        for (int revision = 2; revision <= 4; revision++) {
            assertThat(receiver.next().json().at("/data/revision").asInt()).isEqualTo(revision);
        }
    }

    @Test
    void a_technology_stands_for_its_parts_and_is_known_by_its_other_names() throws Exception {
        var webhook = made("{\"url\": \"%s\", \"technology\": \"node\"}".formatted(receiver.url()));
        assertThat(webhook.getString("technology")).isEqualTo("nodejs");
        made("{\"url\": \"%s\", \"technology\": \"python\"}".formatted(receiver.url()));
        publishing.publish(comparison(slug, "Title"), "Not this");
        publishing.publish(comparison(fresh("part"), "Title", "fastapi", 0), "But this");
        assertThat(receiver.next().message()).isEqualTo("But this");
        assertThat(receiver.hasNone()).isTrue();
    }

    @Test
    void what_is_rolled_back_is_never_told() throws Exception {
        make();
        QuarkusTransaction.begin();
        publishing.publish(comparison(slug, "Title"), "Rolled back");
        QuarkusTransaction.rollback();
        publishing.publish(comparison(slug, "Title"), "Committed");
        assertThat(receiver.next().message()).isEqualTo("Committed");
        assertThat(receiver.hasNone()).isTrue();
    }

    @Test
    void what_is_not_taken_is_sent_again_as_the_same_message() throws Exception {
        var webhook = make();
        receiver.answers(500);
        publishing.publish(comparison(slug, "Title"), "First");
        var first = receiver.next();
        eventually(webhook, found -> found.getString("lastDelivery.nextAttemptAt") != null);
        assertThat(find(webhook).getString("lastDelivery.failure")).isEqualTo("The receiver answered 500.");
        receiver.answers(200);
        MovableClock.forward(Duration.ofSeconds(5));
        var second = receiver.next();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.isSignedWith(webhook.getString("secret"))).isTrue();
        eventually(webhook, found -> "delivered".equals(found.getString("lastDelivery.state")));
        assertThat(find(webhook).getInt("lastDelivery.attempts")).isEqualTo(2);
    }

    @Test
    void what_is_never_taken_is_given_up_after_three_days() throws Exception {
        var webhook = make();
        receiver.answers(503);
        publishing.publish(comparison(slug, "Title"), "First");
        for (int attempt = 1; attempt <= 10; attempt++) {
            receiver.next();
            int made = attempt;
            eventually(webhook, found -> found.getInt("lastDelivery.attempts") == made);
            MovableClock.forward(Duration.ofHours(24));
        }
        assertThat(find(webhook).getString("lastDelivery.state")).isEqualTo("given-up");
        assertThat(find(webhook).getInt("waiting")).isZero();
        receiver.answers(200);
        publishing.publish(comparison(slug, "Other title"), "Second");
        assertThat(receiver.next().message()).isEqualTo("Second");
    }

    @Test
    void who_wants_no_more_messages_gets_none() throws Exception {
        var webhook = make();
        receiver.answers(410);
        publishing.publish(comparison(slug, "Title"), "First");
        receiver.next();
        eventually(webhook, found -> "disabled".equals(found.getString("state")));
        publishing.publish(comparison(slug, "Other title"), "Second");
        Service.as("admin").post(address(webhook) + "/ping").then().statusCode(409);
        assertThat(find(webhook).getInt("waiting")).isZero();
        assertThat(receiver.hasNone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 308})
    void nobody_is_followed_elsewhere(int status) throws Exception {
        var webhook = make();
        try (var elsewhere = new Receiver()) {
            receiver.answers(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.url());
                exchange.sendResponseHeaders(status, -1);
            });
            ping(webhook);
            receiver.next();
            eventually(webhook, found -> found.getInt("lastDelivery.attempts") == 1);
            assertThat(find(webhook).getInt("lastDelivery.status")).isEqualTo(status);
            assertThat(elsewhere.hasNone()).isTrue();
        }
    }

    @Test
    void who_does_not_answer_is_not_waited_for() throws Exception {
        var webhook = make();
        var over = new CountDownLatch(1);
        receiver.answers(exchange -> {
            try {
                assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ping(webhook);
        eventually(webhook, found -> found.getInt("lastDelivery.attempts") == 1);
        over.countDown();
        assertThat(find(webhook).getString("lastDelivery.failure")).isEqualTo("There was no answer within 2 seconds.");
    }

    @Test
    void an_answer_without_end_is_not_read() throws Exception {
        var webhook = make();
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var piece = new byte[8 * 1024];
            while (true) {
                exchange.getResponseBody().write(piece);
            }
        });
        ping(webhook);
        eventually(webhook, found -> "delivered".equals(found.getString("lastDelivery.state")));
    }

    @Test
    void nobody_there_is_a_failure_that_says_so() throws Exception {
        var webhook = make();
        receiver.close();
        ping(webhook);
        eventually(webhook, found -> found.getInt("lastDelivery.attempts") == 1);
        assertThat(find(webhook).getString("lastDelivery.failure")).startsWith("The connection failed");
    }

    @Test
    void archiving_and_bringing_back_are_told() throws Exception {
        publishing.publish(comparison(slug, "Title"), "First");
        make();
        publishing.archive(slug);
        publishing.unarchive(slug);
        for (var type : List.of("comparison.archived", "comparison.unarchived")) {
            var message = receiver.next().json();
            assertThat(message.path("type").asText()).isEqualTo(type);
            assertThat(message.at("/data/href").asText()).isEqualTo("/api/v1/comparisons/" + slug);
            assertThat(message.at("/data/title").asText()).isEqualTo("Title");
        }
    }

    @Test
    void a_webhook_is_tried_by_a_ping() throws Exception {
        var webhook = make();
        ping(webhook);
        var message = receiver.next();
        assertThat(message.json().path("type").asText()).isEqualTo("webhook.ping");
        assertThat(message.json().at("/data/webhook").asText()).isEqualTo(webhook.getString("id"));
        assertThat(message.isSignedWith(webhook.getString("secret"))).isTrue();
    }

    @Test
    void a_webhook_is_one_replicas_at_a_time() throws Exception {
        var webhook = make();
        var held = new CountDownLatch(1);
        receiver.answers(exchange -> {
            try {
                assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
        });
        ping(webhook);
        receiver.next();
        assertThat(outbox.takeTurn()).isEmpty();
        held.countDown();
        eventually(webhook, found -> "delivered".equals(found.getString("lastDelivery.state")));
        assertThat(receiver.hasNone()).isTrue();
    }

    @Test
    void nothing_is_sent_to_what_was_removed() {
        var webhook = make();
        Service.as("admin").delete(address(webhook)).then().statusCode(204);
        publishing.publish(comparison(slug, "Title"), "First");
        Service.as("admin").get(address(webhook)).then().statusCode(404);
        Service.as("admin").delete(address(webhook)).then().statusCode(404);
        Service.as("admin").get(WEBHOOKS).then().body("items.id", not(hasItem(webhook.getString("id"))));
        assertThat(receiver.hasNone()).isTrue();
    }

    @Test
    void its_secret_is_shown_once_and_who_made_and_removed_it_is_kept() {
        var webhook = make();
        assertThat(webhook.getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
        for (var address : List.of(WEBHOOKS, address(webhook))) {
            var shown = Service.as("admin").get(address).then().statusCode(200).extract();
            assertThat(shown.asString()).doesNotContain("whsec_");
            assertThat(shown.header("Cache-Control")).isEqualTo("private, no-cache");
        }
        Service.as("admin").delete(address(webhook)).then().statusCode(204);
        Service.as("admin")
                .get("/api/v1/audit?target=" + address(webhook))
                .then()
                .body("items.action", hasItems("createWebhook", "removeWebhook"))
                .body("items[0].details.url", equalTo(receiver.url()));
    }

    @Test
    void a_request_that_comes_again_makes_no_second_webhook() {
        var key = UUID.randomUUID().toString();
        var body = "{\"url\": \"%s\"}".formatted(receiver.url());
        var first = Service.as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Service.as("admin")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(409);
        Service.as("admin").delete(address(first)).then().statusCode(204);
    }

    private JsonPath make() {
        return made("{\"url\": \"%s\", \"comparison\": \"%s\", \"description\": \"for a test\"}"
                .formatted(receiver.url(), slug));
    }

    private static JsonPath made(String body) {
        return Service.as("admin")
                .contentType("application/json")
                .body(body)
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static void ping(JsonPath webhook) {
        Service.as("admin").post(address(webhook) + "/ping").then().statusCode(204);
    }

    private static String address(JsonPath webhook) {
        return WEBHOOKS + "/" + webhook.getString("id");
    }

    private static JsonPath find(JsonPath webhook) {
        return Service.as("admin").get(address(webhook)).jsonPath();
    }

    private static void eventually(JsonPath webhook, Predicate<JsonPath> fact) {
        var deadline = Instant.now().plus(PATIENCE);
        var found = find(webhook);
        while (found.getMap("lastDelivery") == null || !fact.test(found)) {
            assertThat(Instant.now()).as("in time: " + found.prettify()).isBefore(deadline);
            Thread.onSpinWait();
            found = find(webhook);
        }
    }
}
