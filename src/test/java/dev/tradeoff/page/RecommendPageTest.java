package dev.tradeoff.page;

import static dev.tradeoff.page.Browser.FIRST;
import static dev.tradeoff.page.Browser.get;
import static dev.tradeoff.page.Browser.harmless;
import static dev.tradeoff.page.Browser.page;
import static dev.tradeoff.page.Browser.read;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which requirements are put together: what it says, it has from the API, with and without its script. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class RecommendPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = FIRST + "/recommend";
    private static final String API = Service.FIRST + "/tailored-recommendation";

    private static final String DEFAULTS = "";
    private static final String TWO_USE_CASES = "?useCase=real-time-applications,data-heavy-applications";
    private static final String WEIGHTS =
            "?weight%5Bconcurrency%5D=5&weight%5Blearning-curve%5D=1&experience%5Bpython%5D=expert&minimum%5Becosystem%5D=3&maximum%5Becosystem%5D=5";
    private static final String PRIORITIES = "?priorities=ecosystem,concurrency,learning-curve&method=promethee-ii";
    private static final String PAIRWISE =
            "?pairwise=concurrency:learning-curve:5,concurrency:ecosystem:3,ecosystem:learning-curve:2&method=weighted-product";
    private static final String EARLIER =
            "?useCase=startup-mvp&method=vikor&revision=1&asOf=2026-11-22&samples=500&seed=7";
    private static final String TOPSIS = "?method=topsis&experience%5Bnodejs%5D=good";

    private static JsonNode api(String query) throws IOException {
        var answer = Service.get(API + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return JSON.readTree(answer.asByteArray());
    }

    private static void same(Element shown, JsonNode said) {
        assertThat(shown).as(said.toString()).isNotNull();
        assertThat(new BigDecimal(shown.attr("value")).doubleValue()).isEqualTo(said.doubleValue());
        var rounded = shown.text().replace('−', '-').replace(" %", "");
        if (rounded.matches("-?\\d+\\.\\d+")) {
            double unit = shown.text().endsWith("%") ? 0.1 : 0.001;
            double figure = said.doubleValue() * (shown.text().endsWith("%") ? 100 : 1);
            assertThat(Double.parseDouble(rounded)).isCloseTo(figure, within(unit / 1.99));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFAULTS, TWO_USE_CASES, WEIGHTS, PRIORITIES, PAIRWISE, EARLIER, TOPSIS})
    void every_figure_is_the_apis(String query) throws IOException {
        var page = page(PAGE + query);
        var said = api(query);
        var answer = page.getElementById("answer");
        assertThat(answer.attr("data-winner")).isEqualTo(said.path("winner").asText(""));
        assertThat(answer.attr("data-verdict")).isEqualTo(said.path("verdict").asText());
        same(page.getElementById("margin"), said.path("margin"));
        for (var option : said.path("ranking")) {
            var slug = option.path("option").asText();
            var line = answer.selectFirst("#ranking .bars [data-option=" + slug + "]");
            assertThat(line.selectFirst(".rank").text())
                    .isEqualTo(option.path("rank").asText());
            same(line.selectFirst("data"), option.path("score"));
            for (var part : option.path("contributions")) {
                var row = answer.selectFirst(
                        "#ranking tr[data-factor=" + part.path("factor").asText() + "]");
                same(row.selectFirst("td.num data"), part.path("weight"));
                var cell = row.selectFirst("td[data-option=" + slug + "]");
                if (part.path("contribution").isNull()) {
                    assertThat(cell.select(".part")).isEmpty();
                } else {
                    same(cell.selectFirst(".part"), part.path("contribution"));
                }
                assertThat(cell.select("a").eachAttr("href"))
                        .containsExactlyElementsOf(texts(part.path("claims")).stream()
                                .map(claim -> FIRST + "#claims/" + claim)
                                .toList());
            }
        }
        for (var interval : said.at("/robustness/stability")) {
            var row = answer.selectFirst(
                    "#robustness tr[data-factor=" + interval.path("factor").asText() + "]");
            same(row.selectFirst(".lowest"), interval.path("lowest"));
            same(row.selectFirst(".highest"), interval.path("highest"));
        }
        var flip = said.at("/robustness/smallestFlip");
        if (!flip.isNull()) {
            assertThat(page.getElementById("flip").attr("data-factor"))
                    .isEqualTo(flip.path("factor").asText());
            same(page.select("#flip data").first(), flip.path("from"));
            same(page.select("#flip data").last(), flip.path("to"));
        }
        for (var each : said.at("/robustness/acceptability")) {
            same(
                    answer.selectFirst(
                            "#acceptability [data-option=" + each.path("option").asText() + "] data"),
                    each.at("/ranks/0"));
        }
        for (var each : said.at("/robustness/agreement")) {
            assertThat(answer.selectFirst("#agreement [data-method="
                                    + each.path("method").asText() + "]")
                            .attr("data-agrees"))
                    .isEqualTo(each.path("agrees").asText());
        }
        assertThat(page.getElementById("evidence").attr("data-survives"))
                .isEqualTo(said.at("/evidence/withoutWeakEvidence/survives").asText());
        same(page.getElementById("editorial-share"), said.at("/evidence/withoutWeakEvidence/editorialShare"));
        assertThat(page.select("#weak a")).hasSize(said.at("/evidence/weak").size());
        assertThat(page.select("#explanation p").eachText()).containsExactlyElementsOf(texts(said.path("explanation")));
        assertThat(page.select("#why-not li")).hasSize(said.path("whyNot").size());
        assertThat(page.getElementById("combination") == null)
                .isEqualTo(said.path("combination").isNull());
        assertThat(page.getElementById("api").attr("href"))
                .isEqualTo(said.path("link").asText());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFAULTS, TWO_USE_CASES, WEIGHTS, PRIORITIES, PAIRWISE, EARLIER, TOPSIS})
    void the_form_says_what_the_link_said(String query) throws IOException {
        var sent = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Accept", Browser.ACCEPT)
                .get(PAGE + "?" + submitted(page(PAGE + query)));
        assertThat(sent.statusCode()).isEqualTo(303);
        var location = URI.create(sent.header("Location"));
        assertThat(location.getPath()).isEqualTo(PAGE);
        var asked = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        assertThat(api(asked)).isEqualTo(api(query));
        assertThat(page(PAGE + asked).getElementById("answer").attr("data-query"))
                .isEqualTo(asked.replaceFirst("\\?", ""));
    }

    /** What a browser sends that has no script. */
    private static String submitted(Document page) {
        var pairs = new ArrayList<String>();
        for (var field : page.select("#requirements input[name], #requirements select[name]")) {
            var type = field.attr("type");
            if (field.normalName().equals("select")) {
                var chosen = field.selectFirst("option[selected]");
                pairs.add(pair(field, (chosen == null ? field.selectFirst("option") : chosen).attr("value")));
            } else if (!type.equals("checkbox") && !type.equals("radio") || field.hasAttr("checked")) {
                pairs.add(pair(field, field.attr("value")));
            }
        }
        return String.join("&", pairs);
    }

    private static String pair(Element field, String value) {
        return URLEncoder.encode(field.attr("name"), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFAULTS, TWO_USE_CASES, WEIGHTS, PAIRWISE, TOPSIS})
    void its_link_gives_the_same_answer_for_good(String query) {
        var page = page(PAGE + query);
        var link = URI.create(page.getElementById("link").attr("value"));
        assertThat(link.getRawQuery()).contains("revision=1", "asOf=");
        var again = page(link.getRawPath() + "?" + link.getRawQuery());
        for (var part : List.of("#ranking", "#robustness", "#evidence", "#explanation")) {
            assertThat(again.selectFirst(part).html())
                    .isEqualTo(page.selectFirst(part).html());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "by=weights&weight[concurrency]=0&weight[ecosystem]=3&priorities=ecosystem, weight%5Becosystem%5D=3",
        "by=profiles&weight[ecosystem]=3&useCase=startup-mvp&useCase=saas-products&minimum[ecosystem]=, 'useCase=startup-mvp,saas-products'",
        "by=priorities&priorities=concurrency&priorities=ecosystem&priorities=, 'priorities=concurrency,ecosystem'",
        "by=priorities&priorities=concurrency&priorities=ecosystem&do=up:ecosystem, 'priorities=ecosystem,concurrency'",
        "by=priorities&priorities=concurrency&priorities=ecosystem&do=down:concurrency, 'priorities=ecosystem,concurrency'",
        "by=priorities&priorities=concurrency&priorities=ecosystem&do=remove:concurrency, priorities=ecosystem",
        "by=profiles&constrain=ecosystem&minimum=3&maximum=, minimum%5Becosystem%5D=3",
        "by=profiles&minimum[ecosystem]=3&minimum[concurrency]=2&do=drop:ecosystem, minimum%5Bconcurrency%5D=2",
        "by=profiles&experience[nodejs]=none&experience[python]=&method=&utm_source=mail, experience%5Bnodejs%5D=none"
    })
    void a_form_leads_to_the_address_of_what_it_asks(String form, String asked) {
        var answer = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get(PAGE + "?" + form.replace("[", "%5B").replace("]", "%5D"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PAGE + "?" + asked);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "400, weight%5Bconcurrency%5D=much, weight-concurrency, much, Must be a number",
        "400, weight%5Bconcurrency%5D=-1, weight-concurrency, -1, Must be 0 to 1000000",
        "422, minimum%5Becosystem%5D=9, minimum-ecosystem, 9, 'Must be 1 to 5, as the scores'",
        "422, minimum%5Becosystem%5D=4&maximum%5Becosystem%5D=2, minimum-ecosystem, 4, Must be at most the maximum",
        "400, revision=first, revision, first, Must be a whole number",
        "404, revision=999, revision, 999, The comparison nodejs-vs-python-backend has no revision",
        "400, asOf=yesterday, asOf, yesterday, Must be a day",
        "422, samples=100001, samples, 100001, Must be at most 100000"
    })
    void what_cannot_be_answered_is_said_beside_its_field(
            int status, String query, String field, String value, String words) {
        for (var form : List.of("", "by=weights&")) {
            var answer = get(PAGE + "?" + form + query + "&experience%5Bnodejs%5D=good");
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            var page = read(answer);
            harmless(page);
            var input = page.getElementById(field);
            assertThat(input.attr("value")).isEqualTo(value);
            assertThat(input.attr("aria-invalid")).isEqualTo("true");
            var flaw = page.getElementById(input.attr("aria-describedby"));
            assertThat(flaw.text()).startsWith(words);
            assertThat(flaw.hasAttr("hidden")).isFalse();
            assertThat(page.select("#flaws a").eachAttr("href")).contains("#" + field);
            assertThat(page.select("#experience-nodejs option[selected]").attr("value"))
                    .isEqualTo("good");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "422, useCase=nothing, Use cases",
        "422, weight%5Bnothing%5D=1, Weight of nothing",
        "422, weight%5Bconcurrency%5D=0, Weights",
        "422, weight%5Bconcurrency%5D=1&priorities=ecosystem, Priorities",
        "400, method=guess, Method",
        "400, robustness=perhaps, Robustness",
        "400, weight%5B%3Cscript%3Ealert(1)%3C%2Fscript%3E%5D=x, Weight of"
    })
    void what_no_field_says_is_said_all_the_same(int status, String query, String words) {
        var answer = get(PAGE + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        var page = read(answer);
        harmless(page);
        assertThat(page.getElementById("flaws").text()).startsWith(words);
    }

    @Test
    void who_has_an_answer_already_is_told_so() {
        var address = PAGE + "?samples=1234";
        var tag = given().urlEncodingEnabled(false).get(address).header("ETag");
        var again =
                given().urlEncodingEnabled(false).header("If-None-Match", tag).get(address);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
    }

    @Test
    void constraints_that_nobody_meets_leave_nobody() throws IOException {
        var query = "?minimum%5Bconcurrency%5D=4.5&minimum%5Bcomputation%5D=4.5";
        var page = page(PAGE + query);
        assertThat(api(query).path("ranking")).isEmpty();
        assertThat(page.getElementById("answer-title").text()).isEqualTo("No option meets every constraint");
        assertThat(page.select("#excluded li"))
                .hasSize(api(query).path("excluded").size());
    }

    @Test
    void the_ranking_alone_can_be_had_as_well() {
        var page = page(PAGE + "?robustness=false");
        assertThat(page.getElementById("ranking")).isNotNull();
        assertThat(page.getElementById("robustness")).isNull();
        assertThat(page.select("input[type=hidden][name=robustness]").attr("value"))
                .isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFAULTS, TWO_USE_CASES, WEIGHTS})
    void a_script_is_given_what_the_page_has(String query) {
        var part = read(get(PAGE + "/answer" + query));
        assertThat(part.getElementById("answer").outerHtml())
                .isEqualTo(page(PAGE + query).getElementById("answer").outerHtml());
    }

    @Test
    void a_script_is_told_what_is_wrong_as_well() {
        var answer = get(PAGE + "/answer?by=weights&weight%5Bconcurrency%5D=x");
        assertThat(answer.statusCode()).isEqualTo(400);
        var flaw = read(answer).selectFirst("[data-flawed]");
        assertThat(flaw.attr("data-flawed")).isEqualTo("weight-concurrency");
        assertThat(flaw.attr("data-detail")).startsWith("Must be a number");
    }

    @Test
    void search_engines_keep_the_page_and_not_its_answers() {
        var page = page(PAGE);
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(PAGE);
        assertThat(page.select("meta[name=robots]")).isEmpty();
        var asked = page(PAGE + WEIGHTS);
        assertThat(asked.select("link[rel=canonical]").attr("href")).endsWith(PAGE);
        assertThat(asked.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void what_a_browser_has_already_is_not_sent_again() {
        Response answer = get(PAGE);
        assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(given().header("Accept", Browser.ACCEPT)
                        .header("If-None-Match", answer.header("ETag"))
                        .get(PAGE)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void the_page_and_its_script_are_light() {
        var page = get(PAGE);
        var script = get(read(page).select("script[src]").attr("src"));
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.contentType()).startsWith("text/javascript");
        assertThat(page.asByteArray().length + script.asByteArray().length).isLessThan(150_000);
        harmless(read(page));
    }

    @Test
    void each_field_has_a_name_that_can_be_read_out() {
        for (var query : List.of(DEFAULTS, WEIGHTS, PRIORITIES, PAIRWISE)) {
            var page = page(PAGE + query);
            for (var field : page.select("#requirements input:not([type=hidden]), #requirements select")) {
                assertThat(field.hasAttr("aria-label")
                                || field.closest("label") != null
                                || page.selectFirst("label[for=" + field.id() + "]") != null)
                        .as(field.outerHtml())
                        .isTrue();
            }
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("h1")).hasSize(1);
        }
    }

    @Test
    void two_hundred_factors_are_grouped_and_their_form_fits_into_an_address() {
        var slug = "wide-" + UUID.randomUUID().toString().substring(0, 8);
        publish(slug, 200);
        var page = page("/comparisons/" + slug + "/recommend");
        assertThat(page.select(".weights details.group")).hasSize(10);
        assertThat(page.select(".weights details.group[open]")).isEmpty();
        assertThat(page.getElementById("filter")).isNotNull();
        assertThat(page.select(".factor")).hasSize(200);
        page.getElementById("by-profiles").removeAttr("checked");
        page.getElementById("by-weights").attr("checked", "");
        var sent = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("/comparisons/" + slug + "/recommend?" + submitted(page));
        assertThat(sent.statusCode()).isEqualTo(303);
        var address = URI.create(sent.header("Location"));
        assertThat(page(address.getRawPath() + "?" + address.getRawQuery()).select("#contributions tbody tr"))
                .hasSize(200);
    }

    private static void publish(String slug, int factors) {
        var topics = IntStream.range(0, 10)
                .mapToObj("{\"slug\": \"topic-%1$d\", \"name\": \"Topic %1$d\"}"::formatted)
                .collect(joining(", "));
        var listed = IntStream.range(0, factors)
                .mapToObj(i -> """
                        {"slug": "a-factor-of-many-%1$d", "name": "Factor %1$d", "topic": "topic-%2$d", "question": "How good is it?",
                         "kind": "rating", "weight": %3$d, "scale": {"1": "bad", "3": "fair", "5": "good"}, "assessments": [
                          {"option": "a", "verdict": "So", "score": %4$d, "confidence": "moderate", "rationale": "It is.", "claims": []},
                          {"option": "b", "verdict": "So", "score": 3, "confidence": "moderate", "rationale": "It is.", "claims": []}]}""".formatted(i, i % 10, 1 + i % 5, 1 + i % 5))
                .collect(joining(", "));
        Service.as("editor")
                .contentType("application/json")
                .body("""
                        {"title": "A or B", "question": "Which of the two?", "summary": "Two that differ in much.", "tags": ["test"],
                         "options": [{"slug": "a", "technology": "react", "name": "A"}, {"slug": "b", "technology": "vue", "name": "B"}],
                         "topics": [%s], "factors": [%s]}""".formatted(topics, listed))
                .put("/api/v1/comparisons/" + slug + "/draft")
                .then()
                .statusCode(201);
        Service.as("publisher")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"message\": \"First\"}")
                .post("/api/v1/comparisons/" + slug + "/revisions")
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_not_there_has_no_page() {
        assertThat(get("/comparisons/nothing/recommend").statusCode()).isEqualTo(404);
    }
}
