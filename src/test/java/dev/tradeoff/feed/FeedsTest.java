package dev.tradeoff.feed;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static dev.tradeoff.feed.Publishing.comparison;
import static dev.tradeoff.feed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published, for those who read feeds: by the rules of RFC 4287 and of JSON Feed 1.1. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class FeedsTest {

    private static final String ATOM = "/feeds/changes.atom";
    private static final String JSON = "/feeds/changes.json";

    @Inject
    Publishing publishing;

    @ParameterizedTest
    @ValueSource(strings = {"", "?technology=react", "?comparison=nodejs-vs-python-backend", "?comparison=nothing"})
    void a_feed_is_valid(String query) throws Exception {
        publishing.published("valid", "First");
        var answer = get(ATOM + query).then().statusCode(200).extract();
        assertThat(answer.contentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        AtomRules.check(answer.asByteArray());
    }

    @Test
    void an_entry_says_what_changed() throws Exception {
        var slug = publishing.published("says", "First");
        publishing.publish(comparison(slug, "Second title"), "Better so");
        var feed = AtomRules.check(get(ATOM + "?comparison=" + slug).asByteArray());
        var entries = feed.all("entry");
        assertThat(entries).hasSize(2);
        var entry = entries.getFirst();
        assertThat(entry.text("title")).isEqualTo("Second title: revision 2");
        assertThat(entry.text("author")).isEqualTo("tester");
        assertThat(entry.text("content"))
                .isEqualTo(
                        "<p>Better so</p><ul><li>Comparison: title changed from “First title” to “Second title”</li></ul>");
        assertThat(feed.text("updated")).isEqualTo(entry.text("updated"));
        assertThat(feed.text("title")).isEqualTo("Tradeoff: changes of " + slug);
    }

    @Test
    void links_are_absolute_and_lead_back() throws Exception {
        var slug = publishing.published("links", "First");
        var feed = AtomRules.check(request()
                .header("Host", "knowledge.example.org:8443")
                .get(ATOM + "?comparison=" + slug + "&technology=react")
                .asByteArray());
        assertThat(feed.link("self"))
                .isEqualTo("http://knowledge.example.org:8443" + ATOM + "?comparison=" + slug + "&technology=react");
        assertThat(feed.link("alternate")).isEqualTo("http://knowledge.example.org:8443/comparisons/" + slug);
        var entry = feed.all("entry").getFirst();
        assertThat(entry.link("alternate")).isEqualTo("http://knowledge.example.org:8443/comparisons/" + slug);
        assertThat(entry.link("related"))
                .isEqualTo("http://knowledge.example.org:8443/api/v1/comparisons/" + slug + "/revisions/1/changes");
    }

    @Test
    void ids_stay_wherever_the_service_is_reached_and_whatever_is_published() throws Exception {
        var slug = publishing.published("ids", "First");
        var here = AtomRules.check(get(ATOM + "?comparison=" + slug).asByteArray());
        publishing.publish(comparison(slug, "Second"), "Second");
        var there = AtomRules.check(request()
                .header("Host", "elsewhere.example.org")
                .get(ATOM + "?comparison=" + slug)
                .asByteArray());
        assertThat(there.text("id")).isEqualTo(here.text("id"));
        assertThat(there.all("entry").getLast().text("id"))
                .isEqualTo(here.all("entry").getFirst().text("id"));
        assertThat(AtomRules.check(get(ATOM).asByteArray()).text("id")).isNotEqualTo(here.text("id"));
        assertThat(get(JSON + "?comparison=" + slug).jsonPath().getList("items.id", String.class))
                .isEqualTo(there.all("entry").stream().map(e -> e.text("id")).toList());
    }

    @Test
    void whatever_an_editor_wrote_is_text() throws Exception {
        var slug = fresh("hostile");
        var title = "<script>alert(1)</script>\"><img onerror=x> &amp; \u202Eabc \u0001\u000B\uFFFE\uFFFF \uD83D\uDE00";
        publishing.publish(comparison(slug, title), "]]> <b onclick='x'> \u0002 " + "w".repeat(900));
        publishing.publish(comparison(slug, title + "!"), "javascript:alert(1)");
        var feed = AtomRules.check(get(ATOM + "?comparison=" + slug).asByteArray());
        var shown = "<script>alert(1)</script>\"><img onerror=x> &amp; \u202Eabc  \uD83D\uDE00";
        assertThat(feed.all("entry").getLast().text("title")).isEqualTo(shown + ": revision 1");
        var html = feed.all("entry").getFirst().text("content");
        assertThat(html)
                .doesNotContain("<script", "<img", "<b")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .startsWith("<p>javascript:alert(1)</p>");
        var json = get(JSON + "?comparison=" + slug).jsonPath();
        assertThat(json.getString("items[0].content_html")).isEqualTo(html);
        assertThat(json.getString("items[1].content_html")).startsWith("<p>]]&gt; &lt;b onclick='x'&gt;  www");
        assertThat(json.getString("items[0].content_text")).contains("<script>alert(1)</script>");
    }

    @Test
    void a_json_feed_has_what_its_specification_asks_for() {
        var slug = publishing.published("json", "First");
        get(JSON + "?comparison=" + slug)
                .then()
                .statusCode(200)
                .header("Content-Type", "application/feed+json;charset=UTF-8")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("title", equalTo("Tradeoff: changes of " + slug))
                .body("items[0].title", equalTo("First title: revision 1"))
                .body("items[0].authors[0].name", equalTo("tester"))
                .body("items[0].tags", equalTo(List.of("react", "vue")));
        var feed = get(JSON).jsonPath();
        assertThat(feed.getString("feed_url")).matches("http://localhost:\\d+" + JSON);
        assertThat(feed.getList("items.id", String.class)).doesNotHaveDuplicates();
        feed.getList("items.date_published", String.class).forEach(OffsetDateTime::parse);
    }

    @ParameterizedTest
    @ValueSource(strings = {ATOM, JSON})
    void a_feed_that_is_known_is_not_sent_again(String path) throws IOException {
        publishing.published("known", "First");
        var gzipped = request().header("Accept-Encoding", "gzip").get(path);
        assertThat(gzipped.header("Content-Encoding")).isEqualTo("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(gzipped.asByteArray()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(get(path).asByteArray());
        }
        for (int i = 0; i < 3; i++) {
            request()
                    .header("Accept-Encoding", "gzip")
                    .header("If-None-Match", gzipped.header("ETag"))
                    .get(path)
                    .then()
                    .statusCode(304);
        }
        assertThat(request().head(path).header("ETag")).isEqualTo(get(path).header("ETag"));
        var before = get(path).header("ETag");
        publishing.published("known", "Second");
        assertThat(get(path).header("ETag")).isNotEqualTo(before);
    }

    @Test
    void one_reader_gets_no_links_that_lead_where_another_is() {
        var tags = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            for (var host : List.of("one.example.org", "two.example.org")) {
                var body = request().header("Host", host).get(JSON);
                assertThat(body.jsonPath().getString("feed_url")).isEqualTo("http://" + host + JSON);
                tags.add(body.header("ETag"));
            }
        }
        assertThat(tags.get(0)).isEqualTo(tags.get(2)).isNotEqualTo(tags.get(1));
    }
}
