package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.path;
import static dev.tradeoff.editing.Drafting.publisher;
import static dev.tradeoff.editing.Drafting.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The same request twice: one effect, one answer. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class SafeRetriesTest {

    private static final String FAQ = "{\"question\": \"Why so?\", \"answer\": \"Because.\"}";

    @Inject
    DataSource database;

    private static Response add(String faqs, String key, String body) {
        return editor().header("Idempotency-Key", key).body(body).post(faqs);
    }

    @Test
    void a_repeated_request_gets_the_same_answer_and_has_one_effect() {
        var faqs = draft(drafted("repeat")) + "/faqs";
        var key = fresh("key");
        var first = add(faqs, key, FAQ);
        var second = add(faqs, key, FAQ);
        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        editor().get(faqs).then().body("items", hasSize(1));
    }

    @Test
    void a_key_with_another_body_is_refused() {
        var faqs = draft(drafted("other-body")) + "/faqs";
        var key = fresh("key");
        add(faqs, key, FAQ).then().statusCode(201);
        add(faqs, key, "{\"question\": \"What else?\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/key-reused"));
        editor().get(faqs).then().body("items", hasSize(1));
    }

    @Test
    void a_key_is_its_callers_and_its_addresss_own() {
        var key = fresh("key");
        add(draft(drafted("one")) + "/faqs", key, FAQ).then().statusCode(201);
        var faqs = draft(drafted("another")) + "/faqs";
        add(faqs, key, FAQ).then().statusCode(201);
        Service.as("publisher")
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(FAQ)
                .post(faqs)
                .then()
                .statusCode(201);
        editor().get(faqs).then().body("items", hasSize(2));
    }

    @Test
    void somebody_of_the_same_name_has_keys_of_their_own() {
        var faqs = draft(drafted("namesake")) + "/faqs";
        var key = fresh("key");
        for (int i = 1; i <= 2; i++) {
            Service.with(Service.newToken("editor"))
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(FAQ)
                    .post(faqs)
                    .then()
                    .statusCode(201);
            editor().get(faqs).then().body("items", hasSize(i));
        }
    }

    @Test
    void a_publication_whose_answer_was_lost_is_not_published_twice() {
        var slug = drafted("lost");
        var seen = tag(draft(slug));
        var key = fresh("key");
        for (int i = 0; i < 3; i++) {
            publisher()
                    .header("If-Match", seen)
                    .header("Idempotency-Key", key)
                    .body("{\"message\": \"First\"}")
                    .post(path(slug) + "/revisions")
                    .then()
                    .statusCode(201)
                    .body("revision", equalTo(1));
        }
        get(path(slug) + "/revisions").then().body("items", hasSize(1));
    }

    @Test
    void a_renaming_whose_answer_was_lost_is_answered_again() {
        var member = draft(drafted("renamed")) + "/options/a";
        var seen = tag(member);
        var key = fresh("key");
        for (int i = 0; i < 2; i++) {
            editor().header("If-Match", seen)
                    .header("Idempotency-Key", key)
                    .body("{\"slug\": \"alpha\"}")
                    .post(member + "/rename")
                    .then()
                    .statusCode(200)
                    .body("slug", equalTo("alpha"));
        }
    }

    @Test
    void a_key_means_nothing_to_what_can_be_repeated_anyway() {
        var faq = draft(drafted("put")) + "/faqs/why-so";
        var key = fresh("key");
        editor().body(FAQ).put(faq).then().statusCode(201);
        editor().header("Idempotency-Key", key)
                .header("If-Match", tag(faq))
                .body(FAQ)
                .put(faq)
                .then()
                .statusCode(200);
        editor().header("If-Match", tag(faq))
                .body("{\"question\": \"Theirs?\"}")
                .put(faq)
                .then()
                .statusCode(200);
        editor().header("Idempotency-Key", key)
                .header("If-Match", tag(faq))
                .body(FAQ)
                .put(faq)
                .then()
                .statusCode(200);
        editor().get(faq).then().body("question", equalTo("Why so?"));
    }

    @Test
    void the_address_of_a_repeatable_request_may_be_long() {
        var address = path(UUID.randomUUID().toString().repeat(120)) + "/unarchive";
        Drafting.admin()
                .header("Idempotency-Key", fresh("key"))
                .post(address)
                .then()
                .statusCode(404);
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        var slug = drafted("refused");
        var key = fresh("key");
        add(draft(slug) + "/options", key, "{\"slug\": \"a\"}").then().statusCode(409);
        editor().header("If-Match", "*")
                .delete(draft(slug) + "/factors/speed")
                .then()
                .statusCode(204);
        editor().header("If-Match", "*")
                .delete(draft(slug) + "/options/a")
                .then()
                .statusCode(204);
        add(draft(slug) + "/options", key, "{\"slug\": \"a\"}").then().statusCode(201);
    }

    @Test
    void of_many_at_once_one_creates_and_all_are_told_the_same() throws Exception {
        var faqs = draft(drafted("at-once")) + "/faqs";
        var key = fresh("key");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Response>>mapToObj(i -> () -> add(faqs, key, FAQ))
                    .toList());
            for (var answer : answers) {
                answer.get().then().statusCode(201).body("slug", equalTo("why-so"));
            }
        }
        editor().get(faqs).then().body("items", hasSize(1));
    }

    @Test
    void one_that_takes_too_long_is_not_waited_for_for_ever() throws SQLException {
        var faqs = draft(drafted("slow")) + "/faqs";
        var answered = fresh("key");
        add(faqs, answered, FAQ).then().statusCode(201);
        var key = fresh("key");
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "insert into idempotent_request (caller, method, path, key, body_digest, created_at)"
                                + " select caller, method, path, ?, '', now() from idempotent_request where key = ?")) {
            connection.setAutoCommit(false);
            statement.setString(1, key);
            statement.setString(2, answered);
            assertThat(statement.executeUpdate()).isOne();
            add(faqs, key, FAQ).then().statusCode(409).body("type", equalTo("/problems/conflict"));
            connection.rollback();
        }
        add(faqs, key, FAQ).then().statusCode(201);
    }

    @Test
    void a_key_is_forgotten_after_a_day() throws SQLException {
        var faqs = draft(drafted("day")) + "/faqs";
        var key = fresh("key");
        add(faqs, key, FAQ).then().statusCode(201).body("slug", equalTo("why-so"));
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update idempotent_request set created_at = created_at - interval '25 hours' where key = ?")) {
            statement.setString(1, key);
            assertThat(statement.executeUpdate()).isOne();
        }
        add(faqs, key, FAQ).then().statusCode(201).body("slug", equalTo("why-so-2"));
    }

    @Test
    void a_key_is_visible_ascii() {
        add(draft(drafted("ascii")) + "/faqs", "with space", FAQ)
                .then()
                .statusCode(400)
                .body("header", equalTo("Idempotency-Key"));
    }
}
