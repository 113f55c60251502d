package dev.tradeoff.editing;

import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single members of a draft. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class DraftMembersTest {

    private static final String FAQ = "{\"question\": \"Why so?\", \"answer\": \"Because.\"}";

    @Test
    void a_member_is_created_read_replaced_and_removed() {
        var faq = draft(drafted("member")) + "/faqs/why-so";
        editor().body(FAQ)
                .put(faq)
                .then()
                .statusCode(201)
                .header("Location", faq)
                .body("slug", equalTo("why-so"))
                .body("claims", hasSize(0));
        var seen = tag(faq);
        editor().body(FAQ).put(faq).then().statusCode(428);
        editor().header("If-Match", seen)
                .body("{\"question\": \"Why?\"}")
                .put(faq)
                .then()
                .statusCode(200)
                .body("question", equalTo("Why?"))
                .body("answer", equalTo(""));
        editor().header("If-Match", seen).delete(faq).then().statusCode(412);
        editor().header("If-Match", tag(faq)).delete(faq).then().statusCode(204);
        editor().get(faq).then().statusCode(404);
    }

    @Test
    void a_member_made_anew_is_not_the_one_that_was_removed() {
        var faq = draft(drafted("anew")) + "/faqs/why-so";
        editor().body(FAQ).put(faq).then().statusCode(201);
        var first = tag(faq);
        editor().header("If-Match", first).delete(faq).then().statusCode(204);
        editor().body(FAQ).put(faq).then().statusCode(201);
        editor().header("If-Match", first).body(FAQ).put(faq).then().statusCode(412);
    }

    @Test
    void a_member_may_only_be_created_where_that_is_asked_for() {
        var faq = draft(drafted("create-only")) + "/faqs/why-so";
        editor().header("If-None-Match", "*").body(FAQ).put(faq).then().statusCode(201);
        editor().header("If-None-Match", "*").body(FAQ).put(faq).then().statusCode(412);
    }

    @Test
    void what_is_refused_leaves_no_trace() {
        var slug = drafted("traceless");
        var faq = draft(slug) + "/faqs/why-so";
        var whole = tag(draft(slug));
        editor().header("If-Match", "*").body(FAQ).put(faq).then().statusCode(412);
        editor().body("{\"slug\": \"another\"}").put(faq).then().statusCode(422);
        editor().get(faq).then().statusCode(404);
        assertThat(tag(draft(slug))).isEqualTo(whole);
    }

    @Test
    void what_is_there_is_refused_for_its_condition_before_its_body_breaks_a_rule() {
        var faq = draft(drafted("condition-first")) + "/faqs/why-so";
        editor().body(FAQ).put(faq).then().statusCode(201);
        editor().body("{\"slug\": \"another\"}").put(faq).then().statusCode(428);
    }

    @Test
    void editors_of_different_members_are_not_in_each_others_way_and_the_draft_moves_with_both() {
        var slug = drafted("neighbours");
        var speed = tag(draft(slug) + "/factors/speed");
        var whole = tag(draft(slug));
        editor().body(FAQ).put(draft(slug) + "/faqs/why-so").then().statusCode(201);
        assertThat(tag(draft(slug))).isNotEqualTo(whole);
        editor().header("If-Match", speed)
                .body("{\"name\": \"Pace\", \"weight\": 2}")
                .put(draft(slug) + "/factors/speed")
                .then()
                .statusCode(200);
    }

    @Test
    void replacing_the_draft_leaves_unchanged_members_their_versions() {
        var slug = drafted("kept");
        var option = tag(draft(slug) + "/options/a");
        Drafting.rescore(slug, 5);
        assertThat(tag(draft(slug) + "/options/a")).isEqualTo(option);
    }

    @Test
    void a_member_added_without_a_slug_gets_one_of_its_name() {
        var faqs = draft(drafted("named")) + "/faqs";
        editor().body("{\"question\": \"Où est l’Été, exactly?\"}")
                .post(faqs)
                .then()
                .statusCode(201)
                .header("Location", faqs + "/ou-est-l-ete-exactly")
                .body("slug", equalTo("ou-est-l-ete-exactly"));
        editor().body("{\"question\": \"Où est l’Été, exactly?\"}")
                .post(faqs)
                .then()
                .body("slug", equalTo("ou-est-l-ete-exactly-2"));
        editor().body("{\"question\": \"为什么?\"}").post(faqs).then().body("slug", equalTo("unnamed"));
        editor().get(faqs)
                .then()
                .body(
                        "items.slug",
                        equalTo(java.util.List.of("ou-est-l-ete-exactly", "ou-est-l-ete-exactly-2", "unnamed")))
                .body("page.total", equalTo(3));
    }

    @Test
    void a_taken_slug_is_refused() {
        var slug = drafted("taken");
        editor().body("{\"slug\": \"a\", \"name\": \"Again\"}")
                .post(draft(slug) + "/options")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-exists"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "options",
                "topics",
                "factors",
                "findings",
                "use-cases",
                "claims",
                "sources",
                "faqs",
                "recommendations"
            })
    void every_collection_takes_an_empty_member(String collection) {
        var address = draft(drafted("every")) + "/" + collection + "/empty";
        editor().body("{}").put(address).then().statusCode(201).body("slug", equalTo("empty"));
        editor().get(address).then().statusCode(200);
        editor().header("If-Match", "*").delete(address).then().statusCode(204);
    }

    @Test
    void what_others_name_is_not_removed_and_they_are_named() {
        var slug = drafted("referenced");
        editor().header("If-Match", "*")
                .delete(draft(slug) + "/options/a")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/still-referenced"))
                .body("errors.pointer", hasItem("/factors/0/assessments/0/option"))
                .body("errors.detail", hasItem(containsString("factor speed")));
        editor().header("If-Match", "*")
                .delete(draft(slug) + "/topics/performance")
                .then()
                .statusCode(409);
        editor().header("If-Match", "*")
                .delete(draft(slug) + "/factors/speed")
                .then()
                .statusCode(204);
        editor().header("If-Match", "*")
                .delete(draft(slug) + "/topics/performance")
                .then()
                .statusCode(204);
    }

    @Test
    void renaming_takes_all_references_along() {
        var slug = drafted("rename");
        editor().body(
                        "{\"option\": \"a\", \"topic\": \"performance\", \"kind\": \"strength\", \"statement\": \"Good.\"}")
                .put(draft(slug) + "/findings/good")
                .then()
                .statusCode(201);
        editor().body(
                        "{\"name\": \"U\", \"fits\": [{\"option\": \"a\", \"fit\": \"good\"}], \"weights\": {\"speed\": 2}}")
                .put(draft(slug) + "/use-cases/use")
                .then()
                .statusCode(201);
        editor().body("{\"slug\": \"alpha\"}")
                .post(draft(slug) + "/options/a/rename")
                .then()
                .statusCode(428);
        editor().header("If-Match", tag(draft(slug) + "/options/a"))
                .body("{\"slug\": \"alpha\"}")
                .post(draft(slug) + "/options/a/rename")
                .then()
                .statusCode(200)
                .body("slug", equalTo("alpha"));
        editor().header("If-Match", "*")
                .body("{\"slug\": \"pace\"}")
                .post(draft(slug) + "/factors/speed/rename")
                .then()
                .statusCode(200);
        editor().get(draft(slug))
                .then()
                .body("options.slug", equalTo(java.util.List.of("alpha", "b")))
                .body("factors[0].assessments[0].option", equalTo("alpha"))
                .body("findings[0].option", equalTo("alpha"))
                .body("useCases[0].fits[0].option", equalTo("alpha"))
                .body("useCases[0].weights.pace", equalTo(2));
        editor().get(draft(slug) + "/options/a").then().statusCode(404);
        editor().header("If-Match", "*")
                .body("{\"slug\": \"b\"}")
                .post(draft(slug) + "/options/alpha/rename")
                .then()
                .statusCode(409);
        editor().header("If-Match", "*")
                .body("{\"slug\": \"Not A Slug\"}")
                .post(draft(slug) + "/options/alpha/rename")
                .then()
                .statusCode(400);
        editor().header("If-Match", "*")
                .body("{}")
                .post(draft(slug) + "/options/alpha/rename")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    factors | {"weight": 101}                         | /weight
                    factors | {"assessments": [{"score": 6}]}         | /assessments/0/score
                    factors | {"assessments": [{"score": 4.3}]}       | /assessments/0/score
                    faqs    | {"question": 1}                         | /question
                    faqs    | {"slug": "Not A Slug"}                  | /slug
                    claims  | {"observedOn": "2026-13-01"}            | /observedOn
                    """)
    void a_malformed_member_is_refused_with_its_place(String collection, String body, String pointer) {
        var slug = drafted("malformed");
        var before = tag(draft(slug));
        editor().body(body)
                .post(draft(slug) + "/" + collection)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems(pointer));
        assertThat(tag(draft(slug))).isEqualTo(before);
    }

    @Test
    void addresses_are_refused_before_bodies() {
        editor().contentType("text/plain")
                .body("?")
                .put(draft(fresh("nothing")) + "/faqs/a")
                .then()
                .statusCode(404);
        editor().body("{").post(draft(fresh("nothing")) + "/faqs").then().statusCode(404);
        editor().body("{}").post(draft(drafted("unknown")) + "/chapters").then().statusCode(404);
        editor().body("{").patch(draft(drafted("methods")) + "/faqs").then().statusCode(405);
        editor().get(draft(drafted("absent")) + "/faqs/none").then().statusCode(404);
    }
}
