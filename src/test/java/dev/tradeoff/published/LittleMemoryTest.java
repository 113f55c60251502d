package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.authoring.Revisions;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Section;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where there is memory for none of it, everything is read all the same, from beside the heap. */
@QuarkusTest
@TestProfile(LittleMemoryTest.NoMemory.class)
@QuarkusTestResource(FreshPostgres.class)
class LittleMemoryTest {

    public static final class NoMemory implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tradeoff.published.records-memory", "0",
                    "tradeoff.published.rendered-memory", "0",
                    "tradeoff.http.standing-answers-memory", "0");
        }
    }

    @Inject
    PublishedKnowledge knowledge;

    @Inject
    Records records;

    @Inject
    Revisions revisions;

    @Test
    void records_that_have_fallen_out_are_what_was_published() {
        assertThat(knowledge.current().comparisons()).hasSizeGreaterThanOrEqualTo(3);
        knowledge.current().comparisons().values().forEach(latest -> {
            var stored = revisions.find(latest.slug(), latest.number()).orElseThrow();
            assertThat(records.of(latest).revision()).isEqualTo(stored);
        });
    }

    @Test
    void parts_are_those_of_the_whole() {
        for (var slug : knowledge.current().comparisons().keySet()) {
            var path = "/api/v1/comparisons/" + slug;
            var whole = get(path).jsonPath();
            for (var section : Section.values()) {
                var items = get(path + "/" + section.path()).jsonPath().getList("items");
                assertThat(items).isEqualTo(whole.getList(section.field()));
            }
        }
    }

    @Test
    void everything_else_is_answered() {
        var path = "/api/v1/comparisons/nodejs-vs-python-backend";
        get(path + "/matrix").then().statusCode(200);
        get(path + "/evidence").then().statusCode(200);
        get(path + "/tailored-recommendation").then().statusCode(200);
        get("/api/v1/technologies/python").then().statusCode(200);
        get("/api/v1/export").then().statusCode(200);
        get("/api/v1/claims?q=faster").then().statusCode(200);
    }
}
