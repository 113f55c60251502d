package dev.tradeoff.assistant;

import static dev.tradeoff.assistant.Asking.FIRST;
import static dev.tradeoff.assistant.Asking.json;
import static dev.tradeoff.assistant.Asking.refusal;
import static dev.tradeoff.assistant.Asking.result;
import static dev.tradeoff.assistant.Asking.told;
import static dev.tradeoff.assistant.Asking.tool;
import static dev.tradeoff.assistant.Asking.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.recommendation.Requirements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an assistant can have done, and what it is told when that cannot be. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ToolsTest {

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    @Test
    void each_tool_says_what_it_is_takes_and_gives() {
        var tools = result("tools/list", "{}").path("tools");
        assertThat(texts(tools, "name"))
                .containsExactlyInAnyOrder("search", "list_comparisons", "read_comparison", "list_claims", "recommend");
        for (var tool : tools) {
            assertThat(tool.path("title").asText()).isNotBlank();
            assertThat(tool.path("description").asText()).contains("Example");
            assertThat(tool.path("annotations"))
                    .isEqualTo(
                            json(
                                    "{\"title\": \"" + tool.path("title").asText()
                                            + "\", \"readOnlyHint\": true, \"idempotentHint\": true, \"destructiveHint\": false, \"openWorldHint\": false}"));
            assertThat(invalid(tool.path("inputSchema"))).isEmpty();
            assertThat(invalid(tool.path("outputSchema"))).isEmpty();
            tool.path("inputSchema").path("properties").properties().forEach(argument -> assertThat(
                            argument.getValue().path("description").asText())
                    .as(argument.getKey())
                    .isNotBlank());
        }
    }

    private static List<?> invalid(JsonNode schema) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema);
    }

    static Stream<Arguments> arguments() {
        return Stream.of(
                Arguments.of("search", ToolInput.Searching.class, List.of()),
                Arguments.of("list_comparisons", ToolInput.Listing.class, List.of()),
                Arguments.of("read_comparison", ToolInput.Reading.class, List.of()),
                Arguments.of("list_claims", ToolInput.ListingClaims.class, List.of()),
                Arguments.of("recommend", Requirements.class, List.of("comparison")));
    }

    @ParameterizedTest
    @MethodSource("arguments")
    void schemas_have_the_arguments_that_are_read(String tool, Class<?> read, List<String> others) {
        var names = new TreeSet<>(others);
        Arrays.stream(read.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
        var documented = new TreeSet<String>();
        tool(tool).path("inputSchema").path("properties").fieldNames().forEachRemaining(documented::add);
        assertThat(documented).isEqualTo(names);
    }

    @Test
    void search_finds_despite_a_typo_and_cites() {
        var told = told("search", "{\"query\": \"pyhton requests per second\", \"kind\": \"claim\", \"limit\": 3}");
        assertThat(told.path("hits")).hasSize(3);
        assertThat(told.path("suggestions")).isNotEmpty();
        assertThat(texts(told.path("citations"), "claim")).isEqualTo(texts(told.path("hits"), "slug"));
        for (var citation : told.path("citations")) {
            assertThat(citation.path("source").path("title").asText()).isNotBlank();
            assertThat(citation.path("source").path("publisher").asText()).isNotBlank();
            assertThat(citation.path("page").asText()).matches("http://localhost:\\d+/comparisons/[a-z-]+");
        }
    }

    @Test
    void links_lead_to_what_they_say() {
        var claim = told("list_claims", with(Map.of("comparison", FIRST, "limit", 1)))
                .path("claims")
                .path(0);
        assertThat(json(Service.get(claim.path("api").asText().replaceFirst("http://[^/]+", ""))
                                .asString())
                        .path("statement"))
                .isEqualTo(claim.path("statement"));
    }

    @Test
    void comparisons_are_listed_page_by_page() {
        var first = told("list_comparisons", "{\"limit\": 1}");
        var second = told(
                "list_comparisons",
                with(Map.of("limit", 1, "cursor", first.path("next").asText())));
        assertThat(first.path("comparisons")).hasSize(1);
        assertThat(second.path("comparisons")).hasSize(1).isNotEqualTo(first.path("comparisons"));
        var about = told("list_comparisons", "{\"technology\": \"nodejs\", \"query\": \"python\"}");
        assertThat(texts(about.path("comparisons"), "comparison")).contains(FIRST);
    }

    @Test
    void a_comparison_is_read_as_a_digest_with_what_it_rests_on() {
        var told = told("read_comparison", with(Map.of("comparison", FIRST)));
        assertThat(texts(told.path("options"), "slug")).containsExactly("nodejs", "python");
        assertThat(told.has("findings")).isFalse();
        var named = new TreeSet<String>();
        told.findValues("claims").forEach(claims -> claims.forEach(claim -> named.add(claim.asText())));
        var cited = texts(told.path("citations"), "claim");
        assertThat(named).containsAll(cited);
        assertThat(cited.size() + told.path("citationsLeftOut").asInt()).isEqualTo(named.size());
    }

    @Test
    void parts_are_chosen() {
        var told = told(
                "read_comparison",
                with(Map.of(
                        "comparison", FIRST, "revision", 1, "parts", List.of("rationales", "factors", "evidence"))));
        assertThat(told.has("options")).isFalse();
        assertThat(told.path("factors")
                        .path(0)
                        .path("assessments")
                        .path(0)
                        .path("rationale")
                        .asText())
                .isNotBlank();
        assertThat(texts(told.path("evidence"), "kind")).contains("contradiction", "outlier");
    }

    @Test
    void claims_tell_what_the_linter_finds() {
        var told = told("list_claims", with(Map.of("comparison", FIRST, "issue", "contradiction", "limit", 50)));
        assertThat(told.path("claims")).isNotEmpty();
        for (var claim : told.path("claims")) {
            var issues = new ArrayList<String>();
            claim.path("issues").forEach(issue -> issues.add(issue.asText()));
            assertThat(issues).contains("contradiction");
            assertThat(claim.path("weak").asBoolean()).isTrue();
        }
        var all = told("list_claims", "{\"technology\": \"js\", \"metric\": \"requests-per-second\"}");
        assertThat(all.path("total").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"useCases\": [\"startup-mvp\", \"data-heavy-applications\"], \"method\": \"vikor\"}",
                "{\"weights\": {\"concurrency\": 5, \"learning-curve\": 0.1}, \"experience\": {\"python\": \"expert\", \"nodejs\": \"none\"}}",
                "{\"constraints\": [{\"factor\": \"ecosystem\", \"minimum\": 3.5}], \"seed\": 42, \"method\": \"topsis\", \"samples\": 500}",
                "{\"priorities\": [\"concurrency\", \"ecosystem\"], \"method\": \"promethee-ii\", \"asOf\": \"2026-11-22\"}",
                "{\"pairwise\": [{\"factor\": \"concurrency\", \"over\": \"learning-curve\", \"by\": 5}], \"revision\": 1}",
                "{\"robustness\": false}"
            })
    void a_recommendation_has_the_figures_of_the_api(String requirements) {
        var asked = (ObjectNode) json(requirements);
        var answered = json(Service.request()
                .contentType("application/json")
                .body(requirements)
                .post(Service.FIRST + "/tailored-recommendation")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        var told = (ObjectNode) told("recommend", asked.put("comparison", FIRST).toString());
        assertThat(told.path("url").asText()).endsWith(answered.path("link").asText());
        told.remove(List.of("citations", "citationsLeftOut", "url", "page"));
        assertThat(told).isEqualTo(answered);
    }

    @Test
    void a_recommendation_cites_the_claims_of_its_heaviest_factor_first() {
        var told = told("recommend", with(Map.of("comparison", FIRST, "weights", Map.of("concurrency", 1))));
        var heaviest = new TreeSet<String>();
        told.path("ranking").forEach(option -> option.path("contributions").forEach(contribution -> {
            if (contribution.path("factor").asText().equals("concurrency")) {
                contribution.path("claims").forEach(claim -> heaviest.add(claim.asText()));
            }
        }));
        var cited = texts(told.path("citations"), "claim");
        assertThat(cited).hasSizeLessThanOrEqualTo(30);
        assertThat(cited.subList(0, Math.min(30, heaviest.size()))).isSubsetOf(heaviest);
        assertThat(told.path("citations").path(0).path("source").path("title").asText())
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            search           | {}                                                              | The argument query is missing.
            search           | {"query": "a", "limit": 51}                                     | The argument limit must be a whole number from 1 to 50.
            search           | {"query": "a", "limit": "5"}                                    | The argument limit must be a whole number
            search           | {"query": "a", "kind": "cat"}                                   | There is no kind “cat”; there are comparison, factor
            search           | {"query": "a", "sort": "best"}                                  | The argument sort is no field here; there are comparison, kind, limit, query, technology.
            list_comparisons | {"cursor": "nonsense"}                                          | cursor
            read_comparison  | {}                                                              | The argument comparison is missing.
            read_comparison  | {"comparison": "cats-vs-dogs"}                                  | There is no comparison “cats-vs-dogs”. list_comparisons and search tell what there is.
            read_comparison  | {"comparison": "nodejs-vs-python-backend", "revision": 999}     | has no revision 999
            read_comparison  | {"comparison": "nodejs-vs-python-backend", "revision": 0}       | The argument revision must be a whole number from 1.
            read_comparison  | {"comparison": "nodejs-vs-python-backend", "parts": ["all"]}    | must be one of options, factors
            list_claims      | {"issue": "wrong"}                                              | There is no issue “wrong”
            recommend        | {"useCases": []}                                                | The argument comparison is missing.
            recommend        | {"comparison": "nodejs-vs-python-backend", "weights": {"speed": 1, "cost": 2}} | /weights/cost
            recommend        | {"comparison": "nodejs-vs-python-backend", "weights": {"concurrency": -1}}     | /weights/concurrency must be 0 to 1000000
            recommend        | {"comparison": "nodejs-vs-python-backend", "samples": 100001}   | /samples must be at most 100000
            recommend        | {"comparison": "nodejs-vs-python-backend", "method": "dice"}    | must be one of weighted-sum, weighted-product
            recommend        | {"comparison": "nodejs-vs-python-backend", "useCases": [7]}     | The argument useCases/0 must be text
            recommend        | {"comparison": 7}                                               | The argument comparison must be text.
            """)
    void what_cannot_be_answered_is_refused_with_what_to_mend(String tool, String arguments, String words) {
        assertThat(refusal(tool, arguments))
                .contains(words)
                .doesNotContain("Exception", "java", "jackson", "dev.tradeoff", "\tat ");
    }
}
