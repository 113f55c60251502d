package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists across comparisons: what they hold, how they are filtered, ranked and paged. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class ListsTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @ParameterizedTest
    @ValueSource(strings = {"comparisons", "factors", "use-cases", "faqs", "claims", "recommendations", "technologies"})
    void a_list_can_be_walked_from_page_to_page_without_gap_or_repetition(String list) {
        var walked = new ArrayList<String>();
        var next = "/api/v1/" + list + "?limit=3";
        while (next != null) {
            var page = get(next);
            page.then().statusCode(200).body("page.limit", equalTo(3));
            walked.addAll(page.jsonPath().getList("items.href", String.class));
            next = link(page.header("Link"));
            assertThat(next == null).isEqualTo(page.jsonPath().get("page.next") == null);
        }
        var total = get("/api/v1/" + list).jsonPath().getInt("page.total");
        assertThat(walked).hasSize(total).doesNotHaveDuplicates();
        walked.forEach(href -> get(href).then().statusCode(200));
    }

    @Test
    void a_list_is_ordered_by_comparison_and_slug() {
        var items = items("/api/v1/factors?limit=100");
        var keys = items.getList("items", java.util.Map.class).stream()
                .map(item -> List.of((String) item.get("comparison"), (String) item.get("slug")))
                .toList();
        assertThat(keys)
                .isSortedAccordingTo(Comparator.<List<String>, String>comparing(List::getFirst)
                        .thenComparing(List::getLast));
    }

    @Test
    void a_members_item_is_the_member_with_its_comparison_and_address() {
        var item = items("/api/v1/claims?metric=response-time&comparison=nodejs-vs-python-backend");
        assertThat(item.getString("items[0].comparison")).isEqualTo("nodejs-vs-python-backend");
        var member = get(item.getString("items[0].href")).jsonPath();
        var expected = new java.util.HashMap<>(member.<String, Object>getMap("$"));
        expected.put("comparison", "nodejs-vs-python-backend");
        expected.put("href", item.getString("items[0].href"));
        assertThat(item.<String, Object>getMap("items[0]")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/factors?comparison=python-web-frameworks, comparison, python-web-frameworks",
        "/api/v1/claims?metric=response-time, metric, response-time",
        "/api/v1/factors?topic=scalability&comparison=nodejs-vs-python-backend, topic, scalability",
        "/api/v1/factors?factor=real-time, slug, real-time",
        "/api/v1/claims?factor=concurrency, factor, concurrency",
        "/api/v1/use-cases?useCase=startup-mvp, slug, startup-mvp",
        "/api/v1/technologies?kind=language, kind, language"
    })
    void a_filter_leaves_only_what_has_that_value(String path, String field, String value) {
        var values = items(path + "&limit=100").getList("items." + field, String.class);
        assertThat(values).isNotEmpty().containsOnly(value);
    }

    @Test
    void several_filters_must_all_hold() {
        var found = items(
                "/api/v1/claims?metric=requests-per-second&technology=fastapi&comparison=nodejs-vs-python-backend");
        assertThat(found.getList("items.slug", String.class)).containsExactly("fastapi-throughput");
        assertThat(items("/api/v1/claims?metric=requests-per-second&technology=nobody")
                        .getInt("page.total"))
                .isZero();
    }

    @Test
    void a_technology_stands_for_its_parts_too() {
        var slugs = items(
                        "/api/v1/claims?technology=python&comparison=nodejs-vs-python-backend&metric=requests-per-second")
                .getList("items.slug", String.class);
        assertThat(slugs).contains("fastapi-throughput", "django-throughput", "python-faq-throughput");
        assertThat(items("/api/v1/comparisons?technology=nodejs").getList("items.slug", String.class))
                .containsExactly("nodejs-vs-python-backend", "nodejs-web-frameworks");
        assertThat(items("/api/v1/technologies?technology=cpython").getList("items.slug", String.class))
                .contains("cpython", "global-interpreter-lock")
                .doesNotContain("python");
    }

    @ParameterizedTest
    @CsvSource({"node, nodejs", "py, python", "gil, global-interpreter-lock", "GIL, global-interpreter-lock"})
    void a_technology_is_known_by_its_aliases(String alias, String slug) {
        assertThat(items("/api/v1/claims?limit=100&technology=" + alias).<Object>getList("items"))
                .isNotEmpty()
                .isEqualTo(items("/api/v1/claims?limit=100&technology=" + slug).<Object>getList("items"));
    }

    @Test
    void a_claims_weakness_can_be_asked_for() {
        int all = items("/api/v1/claims").getInt("page.total");
        assertThat(items("/api/v1/claims?issue=undated").getInt("page.total")).isEqualTo(all);
        var unsourced = items("/api/v1/claims?issue=unsourced&limit=100").getList("items.source", String.class);
        assertThat(unsourced).isNotEmpty().doesNotContain("tradeoff-editors");
    }

    @ParameterizedTest
    @CsvSource({
        "faqs, 'which performs better', which-performs-better",
        "faqs, 'combine both in one system', combining-both",
        "faqs, enterprise, nodejs-for-enterprise",
        "claims, 'netflix', netflix",
        "technologies, 'event loop', nodejs",
        "use-cases, 'minimum viable product', startup-mvp",
        "factors, 'machine learning', data-and-ai"
    })
    void words_find_what_they_are_about(String list, String words, String slug) {
        var found = items("/api/v1/" + list + "?q=" + words.replace(" ", "%20")).getList("items.slug", String.class);
        assertThat(found).isNotEmpty();
        assertThat(found.subList(0, Math.min(3, found.size()))).anyMatch(each -> each.contains(slug));
    }

    @Test
    void ranked_lists_are_paged_without_gap_or_repetition_too() {
        var all = items("/api/v1/claims?q=python%20performance&limit=100").getList("items.href", String.class);
        var walked = new ArrayList<String>();
        var next = "/api/v1/claims?q=python%20performance&limit=4";
        while (next != null) {
            var page = get(next);
            walked.addAll(page.jsonPath().getList("items.href", String.class));
            next = link(page.header("Link"));
        }
        assertThat(walked).isEqualTo(all).hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "%22", "AND", "*", "a%20OR", "%28%29", "title:x", "%7E", "%2B-%21", "%E2%80%8B"})
    void no_question_breaks_the_search(String words) {
        get("/api/v1/faqs?q=" + words).then().statusCode(200);
    }

    @Test
    void a_cursor_belongs_to_its_list() {
        var cursor = items("/api/v1/factors?limit=1").getString("page.next");
        get("/api/v1/factors?limit=5&cursor=" + cursor).then().statusCode(200);
        ConventionsTest.problem(get("/api/v1/claims?limit=1&cursor=" + cursor), 400, "invalid-parameter");
        ConventionsTest.problem(get("/api/v1/factors?topic=performance&cursor=" + cursor), 400, "invalid-parameter");
    }

    private static JsonPath items(String path) {
        var page = get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.jsonPath();
    }

    private static String link(String header) {
        var matcher = NEXT.matcher(header == null ? "" : header);
        return matcher.find() ? matcher.group(1) : null;
    }
}
