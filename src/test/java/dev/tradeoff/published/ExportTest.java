package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.authoring.Drafts;
import dev.tradeoff.authoring.Publisher;
import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Everything published, as one document or a line for each comparison. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class ExportTest {

    private static final String EXPORT = "/api/v1/export";
    private static final List<String> BUNDLED =
            List.of("nodejs-vs-python-backend", "nodejs-web-frameworks", "python-web-frameworks");

    @Inject
    Drafts drafts;

    @Inject
    Publisher publisher;

    @Inject
    ObjectMapper json;

    @Test
    void all_that_is_published_stands_in_it_sorted_and_without_numbers_and_times() {
        var export = get(EXPORT);
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.contentType()).isEqualTo("application/json;charset=UTF-8");
        var document = export.jsonPath();
        assertThat(document.getList("comparisons.slug", String.class)).containsExactlyElementsOf(BUNDLED);
        assertThat(document.getList("technologies.slug", String.class))
                .isSorted()
                .contains("nodejs");
        assertThat(document.getMap("comparisons[0]")).doesNotContainKeys("revision", "publishedAt", "revisions");
        var whole = get("/api/v1/comparisons/nodejs-vs-python-backend").jsonPath();
        for (var collection : List.of("options", "claims", "useCases", "recommendations")) {
            assertThat(document.getList("comparisons[0]." + collection)).isEqualTo(whole.getList(collection));
        }
        assertThat(get(EXPORT).asByteArray()).isEqualTo(export.asByteArray());
    }

    @Test
    void with_history_each_comparison_has_all_its_revisions() {
        var slug = BUNDLED.getLast();
        var before = drafts.find(slug).orElseThrow().comparison();
        drafts.replace(titled(before, "Another title"));
        publisher.publish(slug, "Another title", "test");
        drafts.replace(before);
        publisher.publish(slug, "Back again", "test");
        var document = get(EXPORT + "?history=true").jsonPath();
        assertThat(document.getList("comparisons[2].revisions.revision")).isEqualTo(List.of(1, 2, 3));
        assertThat(document.getString("comparisons[2].revisions[1].title")).isEqualTo("Another title");
        assertThat(document.getString("comparisons[2].revisions[2].message")).isEqualTo("Back again");
        assertThat(document.getString("comparisons[2].revisions[2].publishedAt"))
                .isEqualTo(get("/api/v1/comparisons/" + slug).path("publishedAt"));
    }

    private static dev.tradeoff.knowledge.Comparison titled(dev.tradeoff.knowledge.Comparison c, String title) {
        return new dev.tradeoff.knowledge.Comparison(
                c.slug(),
                title,
                c.question(),
                c.summary(),
                c.tags(),
                c.options(),
                c.topics(),
                c.factors(),
                c.findings(),
                c.useCases(),
                c.claims(),
                c.sources(),
                c.faqs(),
                c.recommendations());
    }

    @Test
    void as_lines_each_comparison_is_a_document_of_its_own() throws IOException {
        var answer = request().header("Accept", "application/x-ndjson").get(EXPORT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/x-ndjson;charset=UTF-8");
        var lines = answer.asString().split("\n", -1);
        assertThat(lines).hasSize(BUNDLED.size() + 1);
        assertThat(lines[BUNDLED.size()]).isEmpty();
        for (int i = 0; i < BUNDLED.size(); i++) {
            assertThat(json.readTree(lines[i]).path("slug").asText()).isEqualTo(BUNDLED.get(i));
        }
    }

    @Test
    void a_line_with_history_says_what_the_document_says_of_its_comparison() throws IOException {
        var slug = BUNDLED.getFirst();
        var before = drafts.find(slug).orElseThrow().comparison();
        drafts.replace(titled(before, "\uD83D\uDE00 and é"));
        publisher.publish(slug, "Beyond ASCII", "test");
        drafts.replace(before);
        publisher.publish(slug, "Back", "test");
        var lines = request()
                .header("Accept", "application/x-ndjson")
                .get(EXPORT + "?history=true")
                .asString();
        var comparisons = json.createArrayNode();
        for (var line : lines.split("\n")) {
            comparisons.add(json.readTree(line));
        }
        assertThat(lines).contains("\"\uD83D\uDE00 and é\"").endsWith("}\n");
        assertThat(comparisons)
                .isEqualTo(
                        json.readTree(get(EXPORT + "?history=true").asString()).path("comparisons"));
    }

    @Test
    void gzipped_it_is_the_same() throws IOException {
        var packed = request().header("Accept-Encoding", "gzip").get(EXPORT);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray()))) {
            assertThat(gzip.readAllBytes()).isEqualTo(get(EXPORT).asByteArray());
        }
    }

    @Test
    void each_representation_has_a_tag_of_its_own_which_is_known_again() {
        var tags = new HashSet<String>();
        for (var accept : List.of("application/json", "application/x-ndjson")) {
            for (var encoding : List.of("identity", "gzip")) {
                for (var query : List.of("", "?history=true")) {
                    var tag = request()
                            .header("Accept", accept)
                            .header("Accept-Encoding", encoding)
                            .head(EXPORT + query)
                            .then()
                            .statusCode(200)
                            .extract()
                            .header("ETag");
                    assertThat(tag).matches("\"[0-9]+-[0-9]+-export[a-z0-9-]*\"");
                    assertThat(tags.add(tag)).isTrue();
                    for (var method : List.of("GET", "HEAD")) {
                        request()
                                .header("Accept", accept)
                                .header("Accept-Encoding", encoding)
                                .header("If-None-Match", tag)
                                .request(method, EXPORT + query)
                                .then()
                                .statusCode(304)
                                .header("ETag", equalTo(tag));
                    }
                }
            }
        }
    }

    @Test
    void a_publication_changes_the_tag() {
        var before = get(EXPORT).header("ETag");
        var slug = BUNDLED.getFirst();
        var comparison = drafts.find(slug).orElseThrow().comparison();
        drafts.replace(titled(comparison, "Changed for its tag"));
        publisher.publish(slug, "Changed", "test");
        assertThat(get(EXPORT).header("ETag")).isNotEqualTo(before);
        drafts.replace(comparison);
        publisher.publish(slug, "Back", "test");
    }

    @Test
    void what_is_no_flag_and_what_is_not_offered_is_refused() {
        get(EXPORT + "?history=yes").then().statusCode(400).body("parameter", equalTo("history"));
        request().header("Accept", "text/html").get(EXPORT).then().statusCode(406);
    }
}
