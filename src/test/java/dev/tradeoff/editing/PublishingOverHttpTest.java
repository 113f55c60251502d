package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.editing.Drafting.admin;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.path;
import static dev.tradeoff.editing.Drafting.publish;
import static dev.tradeoff.editing.Drafting.published;
import static dev.tradeoff.editing.Drafting.publisher;
import static dev.tradeoff.editing.Drafting.rescore;
import static dev.tradeoff.editing.Drafting.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From drafts to revisions, back to earlier ones, and into the archive. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class PublishingOverHttpTest {

    @Test
    void publishing_freezes_the_draft_with_author_time_and_message() {
        var slug = drafted("publish");
        publish(slug, "The first of all")
                .then()
                .statusCode(201)
                .header("Location", path(slug) + "/revisions/1")
                .body("revision", equalTo(1))
                .body("publishedBy", equalTo("publisher"))
                .body("message", equalTo("The first of all"));
        get(path(slug)).then().statusCode(200).body("revision", equalTo(1));
        get(path(slug) + "/revisions").then().body("items[0].message", equalTo("The first of all"));
    }

    @Test
    void publishing_is_conditional_on_the_draft_that_was_seen() {
        var slug = drafted("seen");
        var seen = tag(draft(slug));
        publisher()
                .body("{\"message\": \"Blind\"}")
                .post(path(slug) + "/revisions")
                .then()
                .statusCode(428);
        rescore(slug, 5);
        publisher()
                .header("If-Match", seen)
                .body("{\"message\": \"Stale\"}")
                .post(path(slug) + "/revisions")
                .then()
                .statusCode(412);
        get(path(slug)).then().statusCode(404);
    }

    @Test
    void an_unchanged_draft_is_not_published_again() {
        var slug = published("unchanged");
        publish(slug, "Again")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/nothing-to-publish"))
                .body("detail", containsString("equal to its latest revision"));
        get(path(slug) + "/revisions").then().body("items", hasSize(1));
    }

    @Test
    void a_draft_that_breaks_rules_is_not_published_and_all_of_them_are_said() {
        var slug = fresh("broken");
        editor().body("{\"title\": \"Half\"}").put(draft(slug)).then().statusCode(201);
        publish(slug, "Too early")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-publishable"))
                .body("errors.pointer", hasItem("/question"))
                .body("errors.pointer", hasItem("/options"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"message\": \"\"}",
                "{\"message\": \"  \"}",
                "{\"message\": null}",
                "{\"msg\": \"x\"}",
                "[]",
                "null",
                "\"x\""
            })
    void a_publication_says_what_it_changes(String body) {
        var slug = drafted("message");
        publisher()
                .header("If-Match", tag(draft(slug)))
                .body(body)
                .post(path(slug) + "/revisions")
                .then()
                .statusCode(400);
    }

    @Test
    void an_earlier_revision_is_restored_as_a_new_one() {
        var slug = published("restore");
        rescore(slug, 5);
        publish(slug, "Second").then().statusCode(201);
        var restore = path(slug) + "/revisions/1/restore";
        publisher().post(restore).then().statusCode(428);
        publisher().header("If-Match", "\"1\"").post(restore).then().statusCode(412);
        publisher()
                .header("If-Match", get(path(slug)).header("ETag"))
                .post(restore)
                .then()
                .statusCode(201)
                .body("revision", equalTo(3))
                .body("message", equalTo("Restores revision 1"));
        get(path(slug)).then().body("revision", equalTo(3)).body("factors[0].assessments[0].score", equalTo(3));
        get(path(slug) + "/revisions/3/changes?from=1").then().body("items", hasSize(0));
        editor().get(draft(slug)).then().body("factors[0].assessments[0].score", equalTo(3));
        publisher().header("If-Match", "*").post(restore).then().statusCode(422);
        publisher()
                .header("If-Match", "*")
                .post(path(slug) + "/revisions/9/restore")
                .then()
                .statusCode(404);
        publisher()
                .header("If-Match", "*")
                .post(path(slug) + "/revisions/x/restore")
                .then()
                .statusCode(404);
    }

    @Test
    void restoring_leaves_a_draft_with_changes_of_its_own_alone() {
        var slug = published("kept-draft");
        rescore(slug, 4);
        publish(slug, "Second").then().statusCode(201);
        rescore(slug, 5);
        publisher()
                .header("If-Match", get(path(slug)).header("ETag"))
                .body("{\"message\": \"Back\"}")
                .post(path(slug) + "/revisions/1/restore")
                .then()
                .statusCode(201)
                .body("message", equalTo("Back"));
        editor().get(draft(slug)).then().body("factors[0].assessments[0].score", equalTo(5));
    }

    @Test
    void an_archived_comparison_is_gone_and_its_history_stays() {
        var slug = published("archive");
        admin().delete(path(slug)).then().statusCode(428);
        admin().header("If-Match", "\"0\"").delete(path(slug)).then().statusCode(412);
        var seen = get(path(slug)).header("ETag");
        admin().header("If-Match", seen).delete(path(slug)).then().statusCode(204);

        get(path(slug))
                .then()
                .statusCode(410)
                .body("type", equalTo("/problems/archived"))
                .body("history", equalTo(path(slug) + "/revisions"));
        get(path(slug) + "/factors").then().statusCode(410);
        get(path(slug) + "/matrix").then().statusCode(410);
        get(path(slug) + "/revisions").then().statusCode(200).body("items", hasSize(1));
        get(path(slug) + "/revisions/1").then().statusCode(200);
        get(path(slug) + "?revision=1").then().statusCode(200);
        get("/api/v1/factors?comparison=" + slug).then().body("items", hasSize(0));
        get("/api/v1/technologies/react").then().body("comparisons.slug", not(hasItem(slug)));
        admin().header("If-Match", seen).delete(path(slug)).then().statusCode(409);
        rescore(slug, 5);
        publish(slug, "Not now").then().statusCode(409);

        admin().post(path(slug) + "/unarchive").then().statusCode(428);
        admin().header("If-Match", get(path(slug)).header("ETag"))
                .post(path(slug) + "/unarchive")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
        get(path(slug)).then().statusCode(200).body("revision", equalTo(1));
        get("/api/v1/factors?comparison=" + slug).then().body("items", hasSize(1));
        admin().header("If-Match", "*").post(path(slug) + "/unarchive").then().statusCode(409);
    }

    @Test
    void the_history_comes_in_pages() {
        var slug = published("pages");
        for (int score : new int[] {1, 2, 4, 5}) {
            rescore(slug, score);
            publish(slug, "Score " + score).then().statusCode(201);
        }
        var first = get(path(slug) + "/revisions?limit=2");
        first.then()
                .body("items.revision", equalTo(java.util.List.of(5, 4)))
                .body("page.total", equalTo(5))
                .header("Link", containsString("rel=\"next\""));
        get(path(slug) + "/revisions?limit=3&cursor=" + first.path("page.next"))
                .then()
                .body("items.revision", equalTo(java.util.List.of(3, 2, 1)))
                .body("page.next", org.hamcrest.Matchers.nullValue());
        get(path(slug) + "/revisions?limit=0").then().statusCode(400);
        get(path(slug) + "/revisions?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void what_was_never_published_cannot_be_archived() {
        admin().header("If-Match", "*")
                .delete(path(drafted("unpublished")))
                .then()
                .statusCode(404);
        admin().header("If-Match", "*").delete(path(fresh("nothing"))).then().statusCode(404);
    }

    @Test
    void the_tag_of_a_comparison_moves_with_each_revision_and_serves_readers_too() {
        var slug = published("tags");
        var first = get(path(slug)).header("ETag");
        rescore(slug, 5);
        publish(slug, "Second").then().statusCode(201);
        assertThat(get(path(slug)).header("ETag")).isNotEqualTo(first);
    }
}
