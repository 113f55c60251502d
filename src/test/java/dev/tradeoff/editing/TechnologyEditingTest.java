package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.editing.Drafting.draft;
import static dev.tradeoff.editing.Drafting.drafted;
import static dev.tradeoff.editing.Drafting.editor;
import static dev.tradeoff.editing.Drafting.fresh;
import static dev.tradeoff.editing.Drafting.path;
import static dev.tradeoff.editing.Drafting.publish;
import static dev.tradeoff.editing.Drafting.published;
import static dev.tradeoff.editing.Drafting.tag;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Technologies as they are edited: each change live at once. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class TechnologyEditingTest {

    private static String technology(String slug) {
        return "/api/v1/technologies/" + slug;
    }

    private static String body(String name, String alias) {
        return "{\"name\": \"" + name + "\", \"kind\": \"library\", \"aliases\": [\"" + alias
                + "\"], \"summary\": \"Made up\"}";
    }

    @Test
    void a_technology_is_live_at_once() {
        var slug = fresh("tech");
        editor().body(body("Tech", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(201)
                .header("Location", technology(slug));
        get(technology(slug)).then().statusCode(200).body("name", equalTo("Tech"));
        get(technology(slug + "-alias")).then().statusCode(200);
        editor().body(body("Other", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(428);
        editor().header("If-Match", tag(technology(slug)))
                .body(body("Other", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(200);
        get(technology(slug)).then().body("name", equalTo("Other"));
    }

    @Test
    void a_publication_does_not_make_the_tag_of_a_technology_stale() {
        var slug = fresh("stable");
        editor().body(body("Stable", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(201);
        var seen = tag(technology(slug));
        var comparison = drafted("uses");
        editor().header("If-Match", "*")
                .body("{\"technology\": \"" + slug + "\", \"name\": \"A\"}")
                .put(draft(comparison) + "/options/a")
                .then()
                .statusCode(200);
        publish(comparison, "First").then().statusCode(201);
        editor().header("If-Match", seen)
                .contentType("application/merge-patch+json")
                .body("{\"summary\": \"Changed\"}")
                .patch(technology(slug))
                .then()
                .statusCode(200)
                .body("summary", equalTo("Changed"))
                .body("name", equalTo("Stable"));
        editor().header("If-Match", seen)
                .body("{}")
                .patch(technology(slug))
                .then()
                .statusCode(412);
    }

    @Test
    void names_belong_to_one_technology() {
        editor().body(body("Mine", "python"))
                .put(technology(fresh("mine")))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/aliases/0"))
                .body("errors[0].detail", containsString("python"));
        editor().body("{\"name\": \"Part\", \"kind\": \"library\", \"partOf\": \"no-such-whole\"}")
                .put(technology(fresh("part")))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/partOf"));
        editor().body("{}")
                .put(technology("Not A Slug".replace(' ', '_')))
                .then()
                .statusCode(422);
    }

    @Test
    void what_is_used_is_not_removed_and_its_users_are_named() {
        var slug = fresh("used");
        editor().body(body("Used", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(201);
        var comparison = published("user");
        editor().header("If-Match", "*")
                .body("{\"technology\": \"" + slug + "\", \"name\": \"A\"}")
                .put(draft(comparison) + "/options/a")
                .then()
                .statusCode(200);
        editor().header("If-Match", "*")
                .delete(technology(slug))
                .then()
                .statusCode(409)
                .body("detail", containsString("the draft of " + comparison));
        publish(comparison, "Uses it").then().statusCode(201);
        editor().header("If-Match", "*")
                .delete(technology(slug))
                .then()
                .statusCode(409)
                .body("errors.detail", hasItem(containsString("revision 2 of " + comparison)));
        get(path(comparison)).then().statusCode(200);
    }

    @Test
    void what_is_not_used_is_removed_for_all_readers() {
        var slug = fresh("unused");
        editor().body(body("Unused", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(201);
        editor().delete(technology(slug)).then().statusCode(428);
        editor().header("If-Match", tag(technology(slug)))
                .delete(technology(slug))
                .then()
                .statusCode(204);
        get(technology(slug)).then().statusCode(404);
        editor().header("If-Match", "*").delete(technology(slug)).then().statusCode(404);
        editor().body(body("Anew", slug + "-alias"))
                .put(technology(slug))
                .then()
                .statusCode(201);
        get(technology(slug)).then().statusCode(200).body("name", equalTo("Anew"));
    }
}
