package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A technology, with everything known about it across comparisons. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class TechnologiesTest {

    @Inject
    Technologies technologies;

    @Test
    void an_option_is_shown_with_how_it_stands_everywhere() {
        var python = get("/api/v1/technologies/python").jsonPath();
        assertThat(python.getList("comparisons.comparison", String.class)).contains("nodejs-vs-python-backend");
        assertThat(python.getList("parts", String.class)).contains("django", "fastapi", "flask");
        assertThat(python.<Object>getList("assessments.findAll { it.comparison == 'nodejs-vs-python-backend' }"))
                .hasSize((int) get("/api/v1/comparisons/nodejs-vs-python-backend/factors")
                        .jsonPath()
                        .getInt("page.total"));
        assertThat(python.getList("fits.useCase", String.class)).contains("data-heavy-applications");
        assertThat(python.getList("recommendations.slug", String.class)).contains("choose-python");
        assertThat(python.getList("faqs.slug", String.class))
                .contains("when-to-choose-python")
                .doesNotContain("nodejs-for-enterprise");
        assertThat(python.getList("findings.option", String.class)).isNotEmpty();
    }

    @Test
    void a_part_of_an_option_is_shown_with_what_is_claimed_of_it() {
        var express = get("/api/v1/technologies/express").jsonPath();
        assertThat(express.getString("partOf")).isEqualTo("nodejs");
        assertThat(express.getList("comparisons.comparison", String.class)).containsExactly("nodejs-web-frameworks");
        assertThat(express.getList("claims.href", String.class))
                .contains("/api/v1/comparisons/nodejs-vs-python-backend/claims/express-throughput");
    }

    @Test
    void an_alias_leads_to_its_technology() {
        for (var alias : List.of("py", "PY", "python3")) {
            assertThat(get("/api/v1/technologies/" + alias).jsonPath().getString("slug"))
                    .isEqualTo("python");
        }
        assertThat(get("/api/v1/technologies/node.js").jsonPath().getString("slug"))
                .isEqualTo("nodejs");
    }

    @Test
    void a_change_of_a_technology_is_live_at_once() {
        var before = get("/api/v1/technologies/starlette").header("ETag");
        var known = technologies.everyOne().stream()
                .filter(t -> t.slug().equals("starlette"))
                .findFirst()
                .orElseThrow();
        technologies.put(new Technology(
                "starlette",
                known.name(),
                known.kind(),
                List.of("starlette-live"),
                known.partOf(),
                known.summary(),
                known.url()));
        assertThat(get("/api/v1/technologies/starlette").header("ETag")).isNotEqualTo(before);
        assertThat(get("/api/v1/technologies?technology=starlette-live")
                        .jsonPath()
                        .getList("items.slug", String.class))
                .containsExactly("starlette");
    }
}
