package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.path;
import static dev.tradeoff.editing.Drafting.published;
import static dev.tradeoff.editing.Drafting.tag;
import static dev.tradeoff.editing.Drafting.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The working copy of a comparison as a whole. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class DraftsTest {

    @Test
    void a_put_to_a_new_slug_creates_and_says_where() {
        var slug = fresh("new");
        editor().body(whole(3))
                .put(draft(slug))
                .then()
                .statusCode(201)
                .header("Location", draft(slug))
                .header("ETag", not(nullValue()))
                .body("slug", equalTo(slug))
                .body("factors[0].assessments[0].score", equalTo(3));
        get(path(slug)).then().statusCode(404);
    }

    @Test
    void a_draft_may_be_incomplete() {
        var slug = fresh("incomplete");
        editor().body("{\"title\": \"Half\"}").put(draft(slug)).then().statusCode(201);
        editor().get(draft(slug)).then().body("title", equalTo("Half")).body("options", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"titel": "x"}                                              | /titel            | is no field here
                    {"title": 7}                                                | /title            | must be text
                    {"title": null, "tags": "a"}                                | /tags             | must be a list
                    {"factors": [{"slug": "a", "weight": 1000}]}                | /factors/0/weight | must be between 0 and 100
                    {"factors": [{"slug": "a", "weight": "heavy"}]}             | /factors/0/weight | must be a number
                    {"claims": [{"slug": "A Claim"}]}                           | /claims/0/slug    | must be kebab-case
                    {"claims": [{"statement": "no slug"}]}                      | /claims/0/slug    | is missing
                    {"claims": [{"slug": "a", "rank": "best"}]}                 | /claims/0/rank    | must be one of preferred, normal, deprecated
                    {"sources": [{"slug": "a", "url": "javascript:alert(1)"}]}  | /sources/0/url    | must
                    {"sources": [{"slug": "a", "publishedOn": "yesterday"}]}    | /sources/0/publishedOn | must be a day
                    {"options": [null]}                                         | /options          | null
                    """)
    void a_draft_is_never_malformed(String body, String pointer, String detail) {
        var slug = fresh("malformed");
        editor().body(body)
                .put(draft(slug))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-body"))
                .body("errors[0].pointer", containsString(pointer))
                .body("errors[0].detail", containsString(detail));
        editor().get(draft(slug)).then().statusCode(404);
    }

    @Test
    void two_members_of_one_slug_are_in_each_others_way_even_in_a_draft() {
        editor().body("{\"topics\": [{\"slug\": \"a\"}, {\"slug\": \"a\"}]}")
                .put(draft(fresh("twice")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/topics/1/slug"));
    }

    @Test
    void the_slug_of_the_body_is_that_of_the_address_or_left_out() {
        editor().body("{\"slug\": \"another\"}")
                .put(draft(fresh("slug")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/slug"));
    }

    @Test
    void replacing_needs_the_state_in_which_it_was_seen() {
        var slug = drafted("conditions");
        var before = tag(draft(slug));
        editor().body(whole(4)).put(draft(slug)).then().statusCode(428);
        editor().header("If-Match", "\"1\"")
                .body(whole(4))
                .put(draft(slug))
                .then()
                .statusCode(412);
        editor().header("If-Match", "W/" + before)
                .body(whole(4))
                .put(draft(slug))
                .then()
                .statusCode(412);
        editor().header("If-Match", "nonsense")
                .body(whole(4))
                .put(draft(slug))
                .then()
                .statusCode(400);
        editor().header("If-None-Match", "*")
                .body(whole(4))
                .put(draft(slug))
                .then()
                .statusCode(412);
        editor().get(draft(slug)).then().body("factors[0].assessments[0].score", equalTo(3));

        var after = editor().header("If-Match", before)
                .body(whole(4))
                .put(draft(slug))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(after).isNotEqualTo(before).isEqualTo(tag(draft(slug)));
        editor().header("If-Match", before)
                .body(whole(5))
                .put(draft(slug))
                .then()
                .statusCode(412);
        editor().get(draft(slug)).then().body("factors[0].assessments[0].score", equalTo(4));
    }

    @Test
    void the_tag_of_either_encoding_is_taken() {
        var slug = drafted("encodings");
        var zipped = editor().header("Accept-Encoding", "gzip").get(draft(slug)).header("ETag");
        assertThat(zipped).endsWith("-gzip\"");
        editor().header("If-Match", zipped)
                .body(whole(4))
                .put(draft(slug))
                .then()
                .statusCode(200);
    }

    @Test
    void what_does_not_exist_has_no_state_to_match() {
        editor().header("If-Match", "*")
                .body(whole(3))
                .put(draft(fresh("absent")))
                .then()
                .statusCode(412);
    }

    @Test
    void a_merge_patch_changes_what_it_names() {
        var slug = drafted("patch");
        editor().contentType("application/merge-patch+json")
                .header("If-Match", tag(draft(slug)))
                .body("{\"title\": \"B or A\", \"summary\": null, \"tags\": [\"changed\"]}")
                .patch(draft(slug))
                .then()
                .statusCode(200)
                .body("title", equalTo("B or A"))
                .body("summary", equalTo(""))
                .body("question", equalTo("Which of the two?"))
                .body("tags", equalTo(java.util.List.of("changed")))
                .body("factors", hasSize(1));
    }

    @Test
    void a_merge_patch_may_not_leave_a_malformed_draft() {
        var slug = drafted("bad-patch");
        var before = tag(draft(slug));
        editor().header("If-Match", before)
                .body("{\"topics\": [{\"slug\": \"No Slug\"}]}")
                .patch(draft(slug))
                .then()
                .statusCode(400);
        editor().header("If-Match", before).body("[]").patch(draft(slug)).then().statusCode(400);
        editor().body("{}").patch(draft(slug)).then().statusCode(428);
        editor().body("{}").patch(draft(fresh("nothing"))).then().statusCode(404);
        assertThat(tag(draft(slug))).isEqualTo(before);
    }

    @Test
    void discarding_an_unpublished_draft_leaves_nothing() {
        var slug = drafted("discard");
        editor().delete(draft(slug)).then().statusCode(428);
        editor().header("If-Match", tag(draft(slug))).delete(draft(slug)).then().statusCode(204);
        editor().get(draft(slug)).then().statusCode(404);
        editor().header("If-Match", "*").delete(draft(slug)).then().statusCode(404);
        editor().body(whole(3)).put(draft(slug)).then().statusCode(201);
    }

    @Test
    void discarding_goes_back_to_what_was_published() {
        var slug = published("discard-published");
        Drafting.rescore(slug, 5);
        var edited = tag(draft(slug));
        editor().header("If-Match", edited).delete(draft(slug)).then().statusCode(204);
        editor().get(draft(slug)).then().statusCode(200).body("factors[0].assessments[0].score", equalTo(3));
        assertThat(tag(draft(slug))).isNotEqualTo(edited);
    }

    @Test
    void the_problems_of_a_draft_are_listed_all_at_once() {
        var slug = fresh("problems");
        editor().body("{\"title\": \"Half\", \"options\": [{\"slug\": \"a\", \"technology\": \"no-such\"}]}")
                .put(draft(slug))
                .then()
                .statusCode(201);
        editor().get(draft(slug) + "/problems")
                .then()
                .statusCode(200)
                .body("publishable", equalTo(false))
                .body("items.pointer", hasItem("/question"))
                .body("items.pointer", hasItem("/options/0/technology"))
                .body("items.pointer", hasItem("/factors"))
                .body("items.severity", hasItem("error"))
                .body("page.next", nullValue());
        editor().get(draft(drafted("fine")) + "/problems")
                .then()
                .body("publishable", equalTo(true))
                .body("items", hasSize(0));
    }

    @Test
    void weak_claims_are_warned_of_once_for_each_source() {
        var slug = drafted("weak");
        for (var claim : java.util.List.of("one", "two")) {
            editor().body("{\"statement\": \"It is fast.\", \"source\": \"blog\"}")
                    .put(draft(slug) + "/claims/" + claim)
                    .then()
                    .statusCode(201);
        }
        editor().get(draft(slug) + "/problems")
                .then()
                .body("items.findAll { it.kind == 'undated' }.severity", equalTo(java.util.List.of("warning")))
                .body("items.detail", hasItem("2 claims of the source blog are undated."))
                .body("items.claims", hasItem(java.util.List.of("one", "two")));
    }

    @Test
    void problems_change_their_tag_with_what_they_depend_on() {
        var technology = fresh("later");
        var slug = drafted("depends");
        editor().header("If-Match", "*")
                .body("{\"technology\": \"" + technology + "\", \"name\": \"A\"}")
                .put(draft(slug) + "/options/a")
                .then()
                .statusCode(200);
        var seen = tag(draft(slug) + "/problems");
        editor().body("{\"name\": \"Later\", \"kind\": \"library\"}")
                .put("/api/v1/technologies/" + technology)
                .then()
                .statusCode(201);
        editor().header("If-None-Match", seen)
                .get(draft(slug) + "/problems")
                .then()
                .statusCode(200)
                .body("publishable", equalTo(true));
    }

    @Test
    void conditions_are_looked_at_before_rules_and_after_forms() {
        var slug = drafted("order");
        editor().body("{\"slug\": \"another\"}").put(draft(slug)).then().statusCode(428);
        editor().body("{\"topics\": [{\"slug\": \"No Slug\"}]}")
                .put(draft(slug))
                .then()
                .statusCode(400);
        editor().body("{\"weight\": 1000}")
                .put(draft(slug) + "/factors/speed")
                .then()
                .statusCode(400);
        editor().body("{\"slug\": \"another\"}")
                .put(draft(slug) + "/factors/speed")
                .then()
                .statusCode(428);
    }

    @Test
    void no_name_holds_nul() {
        editor().get("/api/v1/comparisons/a%00b/draft").then().statusCode(404);
        editor().body("{}").put("/api/v1/technologies/%00").then().statusCode(404);
        Drafting.admin().get("/api/v1/tokens/%00").then().statusCode(404);
        get("/api/v1/comparisons;a=b").then().statusCode(404);
    }

    @Test
    void an_unchanged_draft_is_not_sent_twice() {
        var slug = drafted("not-modified");
        editor().header("If-None-Match", tag(draft(slug)))
                .get(draft(slug))
                .then()
                .statusCode(304);
        assertThat(editor().get(draft(slug)).header("Cache-Control")).contains("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json;charset=utf-16"})
    void other_media_types_are_not_read(String type) {
        editor().contentType(type)
                .body("{}")
                .put(draft(fresh("media")))
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }
}
