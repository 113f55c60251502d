package dev.tradeoff.page;

import static dev.tradeoff.page.Browser.ACCEPT;
import static dev.tradeoff.page.Browser.FIRST;
import static dev.tradeoff.page.Browser.get;
import static dev.tradeoff.page.Browser.links;
import static dev.tradeoff.page.Browser.page;
import static dev.tradeoff.page.Browser.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the first content. */
@QuarkusTest
@TestProfile(FirstContentOnly.class)
@QuarkusTestResource(FreshPostgres.class)
class PagesTest {

    private static final int MOST_BYTES = 150 * 1024;

    /** Other features' own rooms, which have tests of their own. */
    private static final List<String> ELSEWHERE = List.of(
            "/feeds/.*", "/portal/.*", "/embed/.*", "/badges/.*", "/charts/.*", "/q/.*", "/comparisons/.*/recommend.*");

    private static final ObjectMapper JSON = new ObjectMapper();

    // ---- Every page

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=pyhton+threads",
                "/?q=%3Cscript%3Ealert(1)%3C/script%3E",
                FIRST,
                FIRST + "?revision=1",
                FIRST + "/revisions",
                FIRST + "/revisions/1",
                "/comparisons/python-web-frameworks",
                "/technologies/python",
                "/technologies/js"
            })
    void a_page_is_well_made(String path) {
        var answer = get(path);
        var page = read(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        wellMade(page);
        Browser.harmless(page);
        guarded(answer.header("Content-Security-Policy"), page);
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(answer.header("ETag")).isNotBlank();
        assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(answer.asByteArray()).hasSizeLessThan(MOST_BYTES);
    }

    private static void wellMade(Document page) {
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(page.title()).endsWith(" · Tradeoff");
        assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("body > a.skip").attr("href")).isEqualTo("#main");
        var ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates().contains("main");
        for (var reference : List.of("aria-labelledby", "aria-controls", "for")) {
            assertThat(page.select("[" + reference + "]").eachAttr(reference))
                    .allSatisfy(value -> assertThat(ids).as(reference).containsAll(List.of(value.split(" "))));
        }
        int level = 0;
        for (var heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.outerHtml()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
        assertThat(page.select("link[rel=canonical]").attr("href")).startsWith("http://localhost:");
        assertThat(page.select("meta[property=og:title]").attr("content")).isNotBlank();
        assertThat(page.select("meta[property=og:url]").attr("content"))
                .isEqualTo(page.select("link[rel=canonical]").attr("href"));
        assertThat(page.select("[role=region]")).allSatisfy(region -> {
            assertThat(region.attr("tabindex")).isEqualTo("0");
            assertThat(region.hasAttr("aria-label") || region.hasAttr("aria-labelledby"))
                    .isTrue();
        });
        assertThat(page.select("svg:not([aria-hidden])"))
                .allSatisfy(image -> assertThat(image.attr("role")).isEqualTo("img"));
    }

    private static void guarded(String policy, Document page) {
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe")
                .contains(
                        "style-src 'sha256-" + digest(page.selectFirst("style").data()) + "'");
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void all_links_lead_somewhere() {
        var pages = new HashMap<String, Document>();
        var open = new ArrayDeque<>(List.of("/"));
        var seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            var path = open.remove();
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (answer.contentType().startsWith("text/html")) {
                var page = read(answer);
                pages.put(path, page);
                links(page).stream()
                        .map(href -> href.replaceFirst("#.*", ""))
                        .filter(href -> !href.isEmpty())
                        .filter(href -> ELSEWHERE.stream().noneMatch(href::matches))
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(50);
        pages.forEach((path, page) ->
                links(page).stream().filter(href -> href.contains("#")).forEach(href -> reaches(pages, path, href)));
    }

    private static void reaches(Map<String, Document> pages, String from, String href) {
        int hash = href.indexOf('#');
        var target = pages.get(hash == 0 ? from : href.substring(0, hash));
        assertThat(target).as(from + " → " + href).isNotNull();
        assertThat(target.getElementById(href.substring(hash + 1)))
                .as(from + " → " + href)
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", FIRST, FIRST + "/revisions/1", "/technologies/python", "/sitemap.xml", "/robots.txt"})
    void what_is_asked_for_again_is_the_same(String path) {
        get(path);
        var second = get(path);
        var third = get(path); // from memory, without its operation
        assertThat(third.asByteArray()).isEqualTo(second.asByteArray());
        for (var header : List.of("Content-Type", "ETag", "Vary", "Cache-Control", "Content-Length")) {
            assertThat(third.header(header)).as(header).isEqualTo(second.header(header));
        }
        assertThat(third.header("Content-Security-Policy")).isEqualTo(second.header("Content-Security-Policy"));
        given().header("Accept", ACCEPT)
                .header("If-None-Match", third.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        assertThat(given().header("Accept", ACCEPT)
                        .header("Accept-Encoding", "gzip")
                        .head(path)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_link_may_have_been_passed_on_by_programs_that_add_to_it() {
        assertThat(page(FIRST + "?utm_source=chat&fbclid=1").title()).startsWith("Node.js or Python");
        assertThat(page("/?utm_source=chat").select("h1").text()).contains("X or Y");
        assertThat(page("/?q=").select("h1").text()).contains("X or Y");
    }

    @Test
    void who_wants_something_else_is_told_that_there_are_only_pages() {
        given().header("Accept", "application/json").get(FIRST).then().statusCode(406);
    }

    // ---- The script

    @Test
    void the_one_script_may_be_kept_for_ever() {
        var address = page(FIRST).select("script[src]").attr("src");
        var script = given().get(address);
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(script.header("Cache-Control")).contains("immutable");
        assertThat(given().header("Accept", ACCEPT).get(address).contentType()).startsWith("text/javascript");
    }

    // ---- The front door

    @Test
    void the_front_door_leads_to_all_that_there_is_to_try() {
        assertThat(links(page("/")))
                .contains(
                        FIRST,
                        FIRST + "/recommend?useCase=real-time-applications",
                        "/q/swagger-ui/",
                        "/q/openapi",
                        "/feeds/changes.atom",
                        "/feeds/changes.json",
                        "/portal/backstage/catalog-info.yaml",
                        "/portal/backstage/tech-radar.json",
                        "/api/v1/export");
        assertThat(page("/").select("#main").text()).contains("/mcp");
    }

    @Test
    void a_form_that_is_sent_is_answered_by_the_server() {
        var form = page("/").selectFirst("form[role=search]");
        assertThat(form.attr("action")).isEqualTo("/");
        assertThat(form.select("input[name=q]")).hasSize(1);
        var found = page("/?q=pyhton+threads");
        assertThat(found.select(".hits li")).isNotEmpty();
        assertThat(found.select(".hits mark")).isNotEmpty();
        assertThat(found.select("input[name=q]").attr("value")).isEqualTo("pyhton threads");
        assertThat(found.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(links(found)).contains("/?q=python+threads");
    }

    @Test
    void what_is_found_nowhere_is_said_so() {
        assertThat(page("/?q=qqqqqqqqqqqqxzzzz").select("#main").text()).contains("Nothing of that is published");
    }

    // ---- A comparison

    @Test
    void each_member_of_a_comparison_has_an_anchor() {
        var page = page(FIRST);
        var comparison = Service.get(Service.FIRST).jsonPath();
        Map.of(
                        "options", "options",
                        "topics", "topics",
                        "factors", "factors",
                        "findings", "findings",
                        "useCases", "use-cases",
                        "claims", "claims",
                        "sources", "sources",
                        "faqs", "faqs",
                        "recommendations", "recommendations")
                .forEach((field, collection) -> comparison
                        .getList(field + ".slug", String.class)
                        .forEach(slug -> assertThat(page.getElementById(collection + "/" + slug))
                                .as(collection + "/" + slug)
                                .isNotNull()));
    }

    @Test
    void the_matrix_has_a_row_for_each_factor_and_a_cell_for_each_option() {
        var rows = page(FIRST).select("#matrix-table tbody tr");
        assertThat(rows).hasSize(12);
        assertThat(rows).allSatisfy(row -> assertThat(row.select("td.cell")).hasSize(2));
        var concurrency = rows.first();
        assertThat(concurrency.attr("data-topic")).isEqualTo("performance");
        var cell = concurrency.selectFirst("td.cell");
        assertThat(cell.attr("data-v")).isEqualTo("5");
        assertThat(cell.text())
                .contains("Thousands of simultaneous users")
                .contains("moderate confidence")
                .contains("The source is explicit");
        assertThat(cell.select("a[href^=#c]")).hasSize(9);
    }

    @Test
    void warnings_stand_beside_the_figures_that_they_concern() {
        var page = page(FIRST);
        var claim = page.getElementById("claims/express-throughput");
        assertThat(claim.text()).contains("about 55,200 per second", "GainHQ", "unsourced", "undated");
        var doubt = claim.selectFirst("a:contains(contradiction)");
        assertThat(page.getElementById(doubt.attr("href").substring(1)).text()).contains("12,450", "55,200");
        assertThat(claim.select("a[href=#s1]")).hasSize(1);
    }

    @Test
    void charts_have_a_text_alternative() {
        var charts = page(FIRST).select("#charts ~ .charts svg");
        assertThat(charts).hasSize(2);
        assertThat(charts)
                .allSatisfy(
                        chart -> assertThat(chart.select("title, desc").text()).contains("Node.js"));
    }

    @Test
    void a_comparison_tells_machines_what_it_is() throws IOException {
        var graph = JSON.readTree(page(FIRST)
                        .selectFirst("script[type=application/ld+json]")
                        .data())
                .path("@graph");
        assertThat(graph.findValuesAsText("@type"))
                .contains("TechArticle", "Dataset", "FAQPage", "BreadcrumbList", "DefinedTerm");
        var questions = new ArrayList<String>();
        for (var node : graph) {
            if (node.path("@type").asText().equals("FAQPage")) {
                node.path("mainEntity").forEach(question -> questions.add(faq(question)));
            }
        }
        assertThat(questions)
                .isEqualTo(Service.get(Service.FIRST + "/faqs").jsonPath().getList("items.question"));
    }

    private static String faq(JsonNode question) {
        assertThat(question.path("acceptedAnswer").path("text").asText()).isNotBlank();
        return question.path("name").asText();
    }

    @Test
    void an_earlier_state_says_so_and_leads_search_engines_to_the_latest() {
        var page = page(FIRST + "?revision=1");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(FIRST);
        assertThat(get(FIRST + "?revision=7").statusCode()).isEqualTo(404);
        assertThat(get(FIRST + "?revision=x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_revision_says_what_it_changed_in_words() {
        var page = page(FIRST + "/revisions/1");
        assertThat(page.select(".changes li").eachText())
                .anySatisfy(text -> assertThat(text).contains("Factor concurrency: added"));
        assertThat(links(page)).contains(FIRST + "/revisions", FIRST);
    }

    // ---- A technology

    @Test
    void a_technology_says_what_it_is_and_where_it_is_compared() {
        var page = page("/technologies/py"); // by another name
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/technologies/python");
        assertThat(links(page))
                .contains(
                        "/technologies/django",
                        FIRST,
                        FIRST + "#factors/concurrency",
                        FIRST + "#claims/python-faq-throughput");
    }

    // ---- What is not there

    @ParameterizedTest
    @ValueSource(
            strings = {"/comparisons/none", "/technologies/none", FIRST + "/revisions/99", "/none", "/comparisons"})
    void what_is_not_there_is_a_page_to_browsers_and_a_problem_document_to_programs(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        var page = read(answer);
        wellMade(page);
        Browser.harmless(page);
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        for (var accept : List.of("*/*", "application/json", "application/problem+json, text/html;q=0.5")) {
            assertThat(given().header("Accept", accept).get(path).contentType())
                    .as(accept)
                    .startsWith("application/problem+json");
        }
    }

    @Test
    void the_api_answers_browsers_as_it_answers_programs() {
        assertThat(get("/api/v1/comparisons/none").contentType()).startsWith("application/problem+json");
        assertThat(get("/api/v1/none").contentType()).startsWith("application/problem+json");
        assertThat(get(Service.FIRST + "/matrix").contentType()).startsWith("application/json");
    }

    // ---- For search engines

    @Test
    void the_sitemap_has_the_pages_there_are() {
        var answer = get("/sitemap.xml");
        assertThat(answer.contentType()).startsWith("application/xml");
        var sitemap = Jsoup.parse(answer.asString(), Parser.xmlParser());
        var pages = sitemap.select("url > loc").eachText();
        assertThat(pages).allSatisfy(page -> assertThat(page).startsWith("http://localhost:"));
        assertThat(pages).anySatisfy(page -> assertThat(page).endsWith(FIRST));
        assertThat(sitemap.select("url:contains(" + FIRST + ") > lastmod").text())
                .isNotBlank();
        assertThat(get("/robots.txt").asString()).contains("Sitemap: http://localhost:", "Disallow: /api/");
        assertThat(get("/robots.txt").contentType()).startsWith("text/plain");
        assertThat(get("/sitemap.xml?part=2").statusCode()).isEqualTo(404);
        assertThat(get("/sitemap.xml?part=1").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_else_says_where_links_lead() {
        var page = Jsoup.parse(given().header("Accept", ACCEPT)
                .header("X-Forwarded-Host", "evil.example")
                .get(FIRST)
                .asString());
        assertThat(page.select("link[rel=canonical]").attr("href")).startsWith("http://localhost:");
    }

    @Test
    void swagger_ui_has_a_policy_of_its_own() {
        var answer = given().get("/q/swagger-ui/");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(Jsoup.parse(answer.asString()).select("#swagger-ui")).hasSize(1);
    }

    @Test
    void a_heading_of_a_table_says_what_it_is_the_heading_of() {
        assertThat(page(FIRST).select("thead th"))
                .allSatisfy((Element head) -> assertThat(head.attr("scope")).isEqualTo("col"));
    }
}
