package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search in everything that is published. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class SearchTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @ParameterizedTest
    @ValueSource(
            strings = {"comparison", "factor", "finding", "use-case", "claim", "faq", "recommendation", "technology"})
    void things_of_every_kind_are_found_and_their_addresses_lead_to_them(String kind) {
        var found = search("python&limit=3&kind=" + kind);
        assertThat(found.getList("items.kind", String.class)).isNotEmpty().containsOnly(kind);
        for (var item : found.getList("items", Map.class)) {
            assertThat(get((String) item.get("href")).jsonPath().getString("slug"))
                    .isEqualTo(item.get("slug"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "python, technology, python",
        "pyhton, technology, python",
        "fastapy, technology, fastapi",
        "node, technology, nodejs",
        "js, technology, javascript",
        "gil, technology, global-interpreter-lock",
        "Node.js, technology, nodejs",
        "c%2B%2B, technology, cpp",
        "async%2Fawait, technology, async-await",
        "web%20socket, technology, websocket",
        "pydant, technology, pydantic",
        "concurrency, factor, concurrency",
        "%22step%20by%20step%22, faq, can-express-move-to-fastify"
    })
    void what_is_called_so_comes_first(String q, String kind, String slug) {
        var found = search(q);
        assertThat(found.getString("items[0].kind")).isEqualTo(kind);
        assertThat(found.getString("items[0].slug")).isEqualTo(slug);
    }

    @Test
    void a_phrase_must_stand_there_so() {
        var phrase = search("%22event%20loop%22&limit=100");
        assertThat(phrase.getList("items", Map.class))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(whole((String) item.get("href"))).contains("event loop"));
        assertThat(search("%22loop%20event%22").getInt("page.total")).isZero();
    }

    @Test
    void what_is_excluded_is_not_found() {
        var found = search("framework%20-django&limit=100");
        assertThat(found.getList("items.href", String.class)).isNotEmpty();
        assertThat(search("-django").getInt("page.total"))
                .isEqualTo(everything("").getInt("page.total") - count("%22django%22"));
        assertThat(count("framework%20-%22web%20framework%22")).isLessThan(count("framework"));
    }

    @Test
    void highlights_lie_on_words_that_were_looked_for() {
        for (var q : List.of("event loop", "python", "async/await", "throughput requests", "node.js memory")) {
            for (var item : search(encoded(q) + "&limit=50").getList("items", Map.class)) {
                var end = Map.of("title", new int[1], "text", new int[1]);
                for (var highlight : (List<?>) item.get("highlights")) {
                    var at = (Map<?, ?>) highlight;
                    var text = (String) item.get(at.get("field"));
                    int start = (int) at.get("start");
                    assertThat(start).isGreaterThanOrEqualTo(end.get(at.get("field"))[0]);
                    assertThat((int) at.get("end")).isBetween(start + 1, text.length());
                    end.get(at.get("field"))[0] = (int) at.get("end");
                    var marked = text.substring(start, (int) at.get("end")).toLowerCase(Locale.ROOT);
                    assertThat(marked)
                            .containsPattern(
                                    "event|driven|loop|py|async|await|programming|through|request|node|js|memor");
                }
                assertThat((String) item.get("text")).hasSizeLessThanOrEqualTo(280);
            }
        }
    }

    @Test
    void text_is_plain() {
        assertThat(search("faster&kind=faq").getList("items.text", String.class))
                .isNotEmpty()
                .noneMatch(text -> text.contains("**"));
    }

    @Test
    void hits_can_be_walked_from_page_to_page_without_gap_or_repetition() {
        for (var query : List.of("?q=python%20performance", "?kind=factor&kind=faq", "?q=-django&kind=claim,finding")) {
            var walked = new ArrayList<String>();
            var scores = new ArrayList<Float>();
            var next = "/api/v1/search" + query + "&limit=9";
            while (next != null) {
                var page = get(next);
                page.then().statusCode(200);
                walked.addAll(page.jsonPath().getList("items.href", String.class));
                scores.addAll(page.jsonPath().getList("items.score", Float.class));
                next = link(page.header("Link"));
            }
            assertThat(walked)
                    .doesNotHaveDuplicates()
                    .hasSize(get("/api/v1/search" + query).jsonPath().getInt("page.total"));
            assertThat(scores).isSortedAccordingTo((a, b) -> Float.compare(b, a));
        }
    }

    @Test
    void facets_count_all_hits_and_show_what_else_could_be_chosen() {
        var found = search("python");
        int total = found.getInt("page.total");
        assertThat(sum(found, "kind")).isEqualTo(total);
        int factors = found.getInt("facets.kind.find { it.value == 'factor' }.count");
        var narrowed = search("python&kind=factor");
        assertThat(narrowed.getInt("page.total")).isEqualTo(factors).isEqualTo(sum(narrowed, "comparison"));
        assertThat(narrowed.<Object>getList("facets.kind")).isEqualTo(found.getList("facets.kind"));
        var two = search("python&kind=factor,claim&comparison=nodejs-vs-python-backend");
        assertThat(two.getList("items.kind", String.class)).isSubsetOf("factor", "claim");
        assertThat(two.getList("facets.comparison", Map.class)).hasSizeGreaterThan(1);
        assertThat(search("python&kind=factor&kind=claim&comparison=nodejs-vs-python-backend")
                        .getInt("page.total"))
                .isEqualTo(two.getInt("page.total"));
    }

    @Test
    void other_filters_must_hold() {
        assertThat(search("performance&technology=py&kind=technology").getList("items.slug", String.class))
                .doesNotContain("nodejs");
        assertThat(search("requests&factor=concurrency&kind=factor").getList("items.slug", String.class))
                .containsExactly("concurrency");
    }

    @Test
    void a_typo_is_understood_and_said() {
        var found = search("pyhton%20threads");
        assertThat(found.getInt("page.total")).isPositive();
        assertThat(found.getString("suggestions[0].kind")).isEqualTo("correction");
        assertThat(found.getString("suggestions[0].q")).isEqualTo("python threads");
    }

    @Test
    void a_beginning_has_completions() {
        var found = search("asynchronous%20fra");
        assertThat(found.getList("suggestions.q", String.class)).contains("asynchronous framework");
        assertThat(found.getInt("page.total")).isPositive();
    }

    @Test
    void nothing_found_is_an_answer() {
        var found = search("qqqq%20zzzz");
        assertThat(found.getInt("page.total")).isZero();
        assertThat(found.<Object>getList("items")).isEmpty();
        var phrase = search("%22loop%20event%22%20-django");
        assertThat(phrase.getInt("page.total")).isZero();
        assertThat(phrase.getList("suggestions.q", String.class)).containsExactly("loop event");
    }

    @Test
    void without_a_question_everything_is_listed() {
        var all = everything("");
        assertThat(all.getInt("page.total")).isEqualTo(sum(all, "kind"));
        assertThat(all.getList("items.score", Float.class)).containsOnly(0f);
    }

    @Test
    void what_cannot_be_understood_is_refused_and_says_why() {
        get("/api/v1/search?q=x&kind=comment")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("kind"))
                .body("detail", containsString("use-case"));
        ConventionsTest.problem(get("/api/v1/search?q=" + "x".repeat(201)), 400, "invalid-parameter");
        ConventionsTest.problem(get("/api/v1/search?q=a&q=b"), 400, "invalid-parameter");
        ConventionsTest.problem(get("/api/v1/search?query=a"), 400, "invalid-parameter");
        ConventionsTest.problem(get("/api/v1/search?q=a%00b"), 400, "invalid-parameter");
        var cursor = search("python&limit=1").getString("page.next");
        ConventionsTest.problem(get("/api/v1/search?q=node&cursor=" + cursor), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%22",
                "%22%22",
                "-",
                "-%22",
                "*",
                "a*",
                "%3F%3F%3F",
                "AND%20OR",
                "title:x",
                "((",
                "%F0%9F%A6%84",
                "%D9%87%D9%84",
                "which%20is%20it",
                "the",
                "%E2%80%8B",
                "%5C",
                "~%5E%2B",
                "-a%20-b",
                "%EF%BC%A1",
                "a%20%22"
            })
    void no_question_breaks_the_search(String q) {
        get("/api/v1/search?q=" + q).then().statusCode(200);
        get("/api/v1/faqs?q=" + q).then().statusCode(200);
    }

    @Test
    void an_answer_that_is_still_good_is_not_sent_again() {
        var address = "/api/v1/search?q=python";
        var first =
                Service.request().header("Origin", "https://elsewhere.example").get(address);
        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        Service.request()
                .header("If-None-Match", first.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
        Service.request().header("Accept-Encoding", "gzip").get(address).then().header("Content-Encoding", "gzip");
        assertThat(Service.request().head(address).header("ETag")).isEqualTo(first.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "technologies?q=pyhton, python",
        "technologies?q=gunic, gunicorn",
        "faqs?q=%22step%20by%20step%22, can-express-move-to-fastify",
        "factors?q=concurrency%20-celery&comparison=nodejs-vs-python-backend, concurrency",
        "claims?q=GIL%20threads, gil-threading"
    })
    void lists_understand_the_same_questions(String list, String first) {
        assertThat(get("/api/v1/" + list).jsonPath().getString("items[0].slug")).isEqualTo(first);
    }

    private static JsonPath search(String q) {
        return everything("?q=" + q);
    }

    private static JsonPath everything(String query) {
        var page = get("/api/v1/search" + query);
        assertThat(page.statusCode()).as(query + page.asString()).isEqualTo(200);
        return page.jsonPath();
    }

    private static int count(String q) {
        return search(q).getInt("page.total");
    }

    private static int sum(JsonPath found, String facet) {
        return found.getList("facets." + facet + ".count", Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static String whole(String href) {
        return get(href).asString().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    private static String link(String header) {
        var matcher = NEXT.matcher(header == null ? "" : header);
        return matcher.find() ? matcher.group(1) : null;
    }
}
