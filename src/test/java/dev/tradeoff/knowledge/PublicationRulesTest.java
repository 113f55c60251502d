package dev.tradeoff.knowledge;

import static dev.tradeoff.knowledge.Examples.comparison;
import static dev.tradeoff.knowledge.Examples.remove;
import static dev.tradeoff.knowledge.Examples.repeat;
import static dev.tradeoff.knowledge.Examples.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.knowledge.Examples.Edit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationRulesTest {

    @Test
    void the_example_may_be_published() {
        assertThat(violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /slug                                   | "Kafka"           | must be kebab-case
                    /slug                                   | ""                | is missing
                    /title                                  | ""                | is missing
                    /title                                  | " "               | is missing
                    /question                               | ""                | is missing
                    /summary                                | ""                | is missing
                    /tags/1                                 | "Back end"        | must be kebab-case
                    /tags/1                                 | "messaging"       | is named twice
                    /options/1/technology                   | "rabbitmq"        | names no technology: rabbitmq
                    /options/1/technology                   | ""                | is missing
                    /options/1/name                         | ""                | is missing
                    /options/0/bestFor/1                    | ""                | is missing
                    /topics/0/name                          | ""                | is missing
                    /factors/0/name                         | ""                | is missing
                    /factors/0/topic                        | "cost"            | names no topic: cost
                    /factors/0/question                     | ""                | is missing
                    /factors/0/assessments/0/verdict        | ""                | is missing
                    /factors/0/assessments/0/confidence     | null              | is missing
                    /factors/0/assessments/0/rationale      | ""                | is missing
                    /factors/0/assessments/0/claims/0       | "hearsay"         | names no claim: hearsay
                    /factors/1/assessments/1/rationale      | ""                | is missing
                    /findings/0/slug                        | "pulsar--tiers"   | must be kebab-case
                    /findings/0/option                      | "rabbitmq"        | names no option: rabbitmq
                    /findings/0/topic                       | "cost"            | names no topic: cost
                    /findings/0/kind                        | null              | is missing
                    /findings/0/statement                   | ""                | is missing
                    /findings/0/claims/0                    | "hearsay"         | names no claim: hearsay
                    /useCases/0/name                        | ""                | is missing
                    /useCases/0/examples/0                  | ""                | is missing
                    /useCases/0/fits/0/fit                  | null              | is missing
                    /useCases/0/weights/cost                | 1                 | names no factor: cost
                    /claims/0/option                        | "rabbitmq"        | names no option: rabbitmq
                    /claims/0/subject                       | "rabbitmq"        | names no technology: rabbitmq
                    /claims/0/factor                        | "cost"            | names no factor: cost
                    /claims/0/factor                        | ""                | is missing
                    /claims/0/metric                        | "Latency"         | must be kebab-case
                    /claims/0/metric                        | ""                | is missing
                    /claims/0/unit                          | ""                | is missing
                    /claims/0/unit                          | null              | is missing
                    /claims/2/unit                          | "ms"              | belongs to a figure
                    /claims/2/text                          | " "               | is missing
                    /claims/0/statement                     | ""                | is missing
                    /claims/0/comparedTo                    | "rabbitmq"        | names no option: rabbitmq
                    /claims/0/comparedTo                    | "kafka"           | compares the option with itself
                    /claims/0/measurement                   | "Vendor run"      | must be kebab-case
                    /claims/0/source                        | "rumour"          | names no source: rumour
                    /sources/0/kind                         | null              | is missing
                    /sources/0/title                        | ""                | is missing
                    /faqs/0/slug                            | "which_is_faster" | must be kebab-case
                    /faqs/0/question                        | ""                | is missing
                    /faqs/0/answer                          | ""                | is missing
                    /faqs/0/options/0                       | "rabbitmq"        | names no option: rabbitmq
                    /faqs/0/factors/0                       | "cost"            | names no factor: cost
                    /faqs/0/useCases/0                      | "gossip"          | names no use case: gossip
                    /faqs/0/claims/0                        | "hearsay"         | names no claim: hearsay
                    /recommendations/0/kind                 | null              | is missing
                    /recommendations/0/title                | ""                | is missing
                    /recommendations/0/when                 | []                | must name at least one circumstance
                    /recommendations/0/when/0               | ""                | is missing
                    /recommendations/0/useCases/0           | "gossip"          | names no use case: gossip
                    /recommendations/1/options/-            | "rabbitmq"        | names no option: rabbitmq
                    /recommendations/1/roles/0/option       | "rabbitmq"        | names no option of the recommendation
                    /recommendations/1/roles/0/role         | ""                | is missing
                    """)
    void a_member_that_breaks_a_rule_is_reported_where_it_does(String pointer, String json, String detail) {
        assertReported(violations(set(pointer, json)), pointer.replace("options/-", "options/2"), detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /tags/1             | /tags/2                    | is named twice
                    /topics/1           | /topics/2/slug             | is the slug of another topic: upkeep
                    /findings/0         | /findings/1/slug           | is the slug of another finding: pulsar-tiers
                    /useCases/0         | /useCases/1/slug           | is the slug of another use case: event-sourcing
                    /claims/0           | /claims/3/slug             | is the slug of another claim: kafka-latency
                    /sources/0          | /sources/1/slug            | is the slug of another source: vendor
                    /faqs/0             | /faqs/1/slug               | is the slug of another FAQ: which-is-faster
                    /recommendations/0  | /recommendations/2/slug    | is the slug of another recommendation: choose-kafka
                    /factors/0          | /factors/2/slug            | is the slug of another factor: operations
                    /options/0          | /options/2/slug            | is the slug of another option: kafka
                    /factors/0/assessments/1          | /factors/0/assessments/2/option | has a second assessment: pulsar
                    /factors/0/assessments/0/claims/0 | /factors/0/assessments/0/claims/1 | is named twice: kafka-licence
                    /findings/0/claims/0              | /findings/0/claims/1            | is named twice: kafka-licence
                    /useCases/0/fits/0                | /useCases/0/fits/2/option       | has a second fit: kafka
                    /faqs/0/options/0                 | /faqs/0/options/1               | is named twice: pulsar
                    /faqs/0/factors/0                 | /faqs/0/factors/1               | is named twice: latency
                    /faqs/0/useCases/0                | /faqs/0/useCases/1              | is named twice: event-sourcing
                    /faqs/0/claims/0                  | /faqs/0/claims/1                | is named twice: pulsar-latency
                    /recommendations/1/options/0      | /recommendations/1/options/2    | is named twice: kafka
                    /recommendations/1/roles/0        | /recommendations/1/roles/2/option | has a second role: kafka
                    /recommendations/0/useCases/0     | /recommendations/0/useCases/1   | is named twice: event-sourcing
                    """)
    void what_stands_there_twice_is_reported_at_the_second_place(String repeated, String pointer, String detail) {
        assertReported(violations(repeat(repeated)), pointer, detail);
    }

    // ---- Options and factors there must be

    @Test
    void one_option_is_no_choice() {
        assertThat(violations(remove("/options/1")))
                .contains(new Violation("/options", "must be two or more: a comparison needs a choice"));
    }

    @Test
    void a_comparison_needs_a_factor() {
        var withoutFactors = violations(
                set("/factors", "[]"),
                set("/useCases", "[]"),
                set("/faqs", "[]"),
                set("/claims/0/factor", "null"),
                set("/claims/1/factor", "null"),
                set("/recommendations/0/useCases", "[]"));
        assertReported(withoutFactors, "/factors", "must be at least one");
    }

    @Test
    void the_name_that_the_recommender_uses_for_what_a_team_knows_is_reserved() {
        var violations =
                violations(set("/factors/0/slug", "\"team-experience\""), remove("/useCases/0/weights/operations"));
        assertReported(violations, "/factors/0/slug", "is reserved");
    }

    // ---- Assessments and fits

    @Test
    void each_factor_assesses_each_option() {
        assertReported(
                violations(remove("/factors/0/assessments/1")),
                "/factors/0/assessments",
                "has no assessment of the option pulsar");
    }

    @Test
    void each_use_case_says_how_each_option_fits() {
        assertReported(violations(remove("/useCases/0/fits/0")), "/useCases/0/fits", "has no fit of the option kafka");
    }

    @Test
    void missing_assessments_are_reported_in_the_order_of_the_options() {
        assertThat(violations(set("/factors/0/assessments", "[]")))
                .containsExactly(
                        new Violation("/factors/0/assessments", "has no assessment of the option kafka"),
                        new Violation("/factors/0/assessments", "has no assessment of the option pulsar"));
    }

    @Test
    void an_assessment_of_what_is_no_option_is_reported() {
        assertThat(violations(set("/factors/0/assessments/0/option", "\"rabbitmq\"")))
                .containsExactly(
                        new Violation("/factors/0/assessments/0/option", "names no option: rabbitmq"),
                        new Violation("/factors/0/assessments", "has no assessment of the option kafka"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "2", "4.5", "5", "5.0", "5e0", "0.5e1"})
    void a_score_is_1_to_5_in_steps_of_a_half(String score) {
        assertThat(violations(set("/factors/0/assessments/0/score", score))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0", "-1", "1.25", "4.75", "5.5", "10", "4.000000001"})
    void any_other_score_is_refused_and_said_back(String score) {
        assertReported(
                violations(set("/factors/0/assessments/0/score", score)),
                "/factors/0/assessments/0/score",
                "must be 1 to 5 in steps of 0.5, not " + score);
    }

    @Test
    void a_rating_without_a_score_says_why() {
        assertReported(
                violations(remove("/factors/0/assessments/1/scoreState")),
                "/factors/0/assessments/1/scoreState",
                "is missing");
    }

    @Test
    void a_score_and_a_reason_why_there_is_none_contradict_each_other() {
        assertReported(
                violations(set("/factors/0/assessments/1/score", "3")),
                "/factors/0/assessments/1/scoreState",
                "says that there is no score, but there is one");
    }

    @Test
    void a_rating_may_be_not_applicable() {
        assertThat(violations(set("/factors/0/assessments/1/scoreState", "\"not-applicable\"")))
                .isEmpty();
    }

    // ---- Ratings and measures

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "5"})
    void a_rating_says_what_its_anchors_and_middle_mean(String point) {
        assertReported(
                violations(remove("/factors/0/scale/" + point)),
                "/factors/0/scale",
                "does not say what " + point + " means");
    }

    @Test
    void a_rating_may_say_what_2_and_4_mean() {
        assertThat(violations(set("/factors/0/scale/2", "\"Two\""), set("/factors/0/scale/4", "\"Four\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6, is no point of the scale", "1.5, is no point of the scale", "a~1b, is no point of the scale"})
    void a_scale_has_no_other_points(String point, String detail) {
        assertReported(violations(set("/factors/0/scale/" + point, "\"?\"")), "/factors/0/scale/" + point, detail);
    }

    @Test
    void a_point_of_the_scale_has_a_meaning() {
        assertReported(violations(set("/factors/0/scale/3", "\"\"")), "/factors/0/scale/3", "is missing");
    }

    @ParameterizedTest
    @CsvSource({"unit, '\"ms\"'", "direction, '\"lower\"'", "worst, 1", "best, 5"})
    void a_rating_has_nothing_of_a_measure(String field, String json) {
        assertReported(
                violations(set("/factors/0/" + field, json)),
                "/factors/0/" + field,
                "belongs to a factor of kind measure");
    }

    @Test
    void an_assessment_under_a_rating_has_no_value() {
        assertReported(
                violations(set("/factors/0/assessments/0/value", "12")),
                "/factors/0/assessments/0/value",
                "belongs to a factor of kind measure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "direction", "worst", "best"})
    void a_measure_has_a_unit_a_direction_and_two_anchors(String field) {
        assertReported(violations(remove("/factors/1/" + field)), "/factors/1/" + field, "is missing");
    }

    @Test
    void a_measure_has_no_scale() {
        assertReported(
                violations(set("/factors/1/scale", "{\"1\": \"Slow\"}")),
                "/factors/1/scale",
                "belongs to a factor of kind rating");
    }

    @ParameterizedTest
    @CsvSource({"lower, 100, 100", "lower, 5, 100", "higher, 100, 5", "higher, 5, 5.0"})
    void the_anchors_of_a_measure_lie_in_its_direction(String direction, String worst, String best) {
        assertReported(
                violations(
                        set("/factors/1/direction", '"' + direction + '"'),
                        set("/factors/1/worst", worst),
                        set("/factors/1/best", best)),
                "/factors/1/best",
                "must differ from worst, in the factor's direction");
    }

    @Test
    void a_measure_may_count_upwards() {
        assertThat(violations(
                        set("/factors/1/direction", "\"higher\""),
                        set("/factors/1/worst", "-5"),
                        set("/factors/1/best", "0")))
                .isEmpty();
    }

    @Test
    void an_assessment_under_a_measure_has_no_score() {
        assertReported(
                violations(set("/factors/1/assessments/0/score", "4")),
                "/factors/1/assessments/0/score",
                "belongs to a factor of kind rating");
    }

    @Test
    void a_measure_without_a_figure_says_why() {
        assertReported(
                violations(remove("/factors/1/assessments/0/value")),
                "/factors/1/assessments/0/value",
                "exactly one of");
        assertReported(
                violations(set("/factors/1/assessments/1/claims", "[\"kafka-licence\"]")),
                "/factors/1/assessments/1/value",
                "exactly one of");
        assertThat(violations(
                        remove("/factors/1/assessments/0/value"),
                        set("/factors/1/assessments/0/scoreState", "\"unknown\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_figure_of_its_own_or_of_a_claim_and_a_reason_why_there_is_none_contradict_each_other(int assessment) {
        var at = "/factors/1/assessments/" + assessment;
        assertReported(violations(set(at + "/scoreState", "\"unknown\"")), at + "/value", "exactly one of");
    }

    // ---- Weights

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.001", "100", "100.0", "1e2"})
    void a_weight_is_0_to_100(String weight) {
        assertThat(violations(set("/factors/0/weight", weight), set("/useCases/0/weights/latency", weight)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.001", "100.5", "101"})
    void any_other_weight_is_refused(String weight) {
        assertReported(violations(set("/factors/0/weight", weight)), "/factors/0/weight", "must be between 0 and 100");
        assertReported(
                violations(set("/useCases/0/weights/latency", weight)),
                "/useCases/0/weights/latency",
                "must be between 0 and 100");
    }

    @Test
    void a_factor_has_a_weight() {
        assertReported(violations(remove("/factors/0/weight")), "/factors/0/weight", "is missing");
    }

    @Test
    void the_key_of_a_weight_is_escaped_in_its_pointer() {
        assertReported(
                violations(set("/useCases/0/weights/a~1b~0c", "1")),
                "/useCases/0/weights/a~1b~0c",
                "names no factor: a/b~c");
    }

    // ---- Claims

    @Test
    void a_claim_has_exactly_one_of_value_range_and_text() {
        assertReported(
                violations(remove("/claims/0/value")), "/claims/0", "exactly one of value, range and text, not 0");
        assertReported(
                violations(set("/claims/0/range", "{\"min\": 1}")),
                "/claims/0",
                "exactly one of value, range and text, not 2");
        assertReported(
                violations(
                        set("/claims/0/text", "\"Short\""),
                        set("/claims/0/range", "{\"min\": 1}"),
                        set("/claims/0/unit", "null")),
                "/claims/0",
                "exactly one of value, range and text, not 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"min\": 5}",
                "{\"max\": 5}",
                "{\"min\": 5, \"max\": null}",
                "{\"min\": 5, \"max\": 5.0}",
                "{\"min\": -1, \"max\": 0}"
            })
    void a_range_may_be_open_at_one_end_and_as_narrow_as_a_point(String range) {
        assertThat(violations(set("/claims/1/range", range))).isEmpty();
    }

    @Test
    void a_range_has_an_end() {
        assertReported(violations(set("/claims/1/range", "{}")), "/claims/1/range", "needs at least one end");
    }

    @Test
    void a_range_does_not_run_backwards() {
        assertReported(
                violations(set("/claims/1/range", "{\"min\": 10, \"max\": 5}")),
                "/claims/1/range",
                "must have min at most max");
    }

    // ---- Recommendations

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"kafka\", \"pulsar\"]"})
    void one_option_is_chosen(String options) {
        assertReported(
                violations(set("/recommendations/0/options", options)),
                "/recommendations/0/options",
                "must be the one option to choose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"kafka\"]"})
    void two_or_more_options_are_combined(String options) {
        assertReported(
                violations(set("/recommendations/1/options", options), set("/recommendations/1/roles", "[]")),
                "/recommendations/1/options",
                "must be two or more to combine");
    }

    @Test
    void a_role_is_given_only_to_an_option_of_the_recommendation() {
        assertReported(
                violations(set("/recommendations/0/roles", "[{\"option\": \"pulsar\", \"role\": \"Queues\"}]")),
                "/recommendations/0/roles/0/option",
                "names no option of the recommendation: pulsar");
    }

    // ---- Addresses

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "javascript://example.org/%0aalert(1)",
                "data:text/html,hello",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://example.org",
                "mailto:someone@example.org",
                "//example.org",
                "/benchmark",
                "example.org",
                "https:",
                "https:///path",
                "https://",
                "https://exa mple.org",
                " https://example.org",
                "https://example.org/\\njavascript:alert(1)",
                ""
            })
    void a_source_links_only_to_the_web(String url) {
        assertReported(
                violations(set("/sources/0/url", '"' + url + '"')),
                "/sources/0/url",
                "must be an absolute http or https address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "https://example.org:8443/a%20b?c=d#e",
                "HTTPS://Example.org/",
                "https://[2001:db8::1]/",
                "https://192.0.2.1/"
            })
    void the_web_is_http_and_https(String url) {
        assertThat(violations(set("/sources/0/url", '"' + url + '"'))).isEmpty();
    }

    @Test
    void an_address_is_at_most_1000_characters_long() {
        var longest = "https://example.org/" + "a".repeat(980);
        assertThat(violations(set("/sources/0/url", '"' + longest + '"'))).isEmpty();
        assertReported(
                violations(set("/sources/0/url", '"' + longest + "a\"")), "/sources/0/url", "at most 1000 characters");
    }

    // ---- Lengths and numbers

    @ParameterizedTest
    @CsvSource({
        "/title, 200",
        "/question, 1000",
        "/summary, 10000",
        "/options/0/name, 200",
        "/options/0/tagline, 1000",
        "/options/0/summary, 10000",
        "/options/0/bestFor/0, 1000",
        "/options/0/verdict, 1000",
        "/topics/0/name, 200",
        "/topics/0/summary, 10000",
        "/factors/0/name, 200",
        "/factors/0/question, 1000",
        "/factors/0/scale/3, 1000",
        "/factors/1/unit, 200",
        "/factors/0/assessments/0/verdict, 1000",
        "/factors/0/assessments/0/rationale, 10000",
        "/findings/0/statement, 1000",
        "/useCases/0/name, 200",
        "/useCases/0/description, 10000",
        "/useCases/0/examples/0, 1000",
        "/useCases/0/fits/0/rationale, 10000",
        "/claims/0/unit, 200",
        "/claims/0/statement, 1000",
        "/claims/0/conditions, 1000",
        "/claims/0/origin, 1000",
        "/claims/2/text, 1000",
        "/sources/0/title, 200",
        "/sources/0/publisher, 200",
        "/faqs/0/question, 1000",
        "/faqs/0/answer, 10000",
        "/recommendations/0/title, 200",
        "/recommendations/0/when/0, 1000",
        "/recommendations/0/rationale, 10000",
        "/recommendations/1/roles/0/role, 1000"
    })
    void text_has_a_greatest_length(String pointer, int longest) {
        assertThat(violations(set(pointer, '"' + "x".repeat(longest) + '"'))).isEmpty();
        assertReported(
                violations(set(pointer, '"' + "x".repeat(longest + 1) + '"')),
                pointer,
                "must be at most " + longest + " characters, not " + (longest + 1));
    }

    @Test
    void lengths_are_counted_in_characters_and_not_in_halves_of_them() {
        assertThat(violations(set("/title", '"' + "🙂".repeat(200) + '"'))).isEmpty();
        assertReported(
                violations(set("/title", '"' + "🙂".repeat(201) + '"')),
                "/title",
                "must be at most 200 characters, not 201");
    }

    @Test
    void a_slug_that_others_refer_to_is_checked_too() {
        assertThat(violations(set("/factors/0/slug", "\"Operations\"")))
                .extracting(Violation::pointer)
                .containsExactly("/factors/0/slug", "/useCases/0/weights/operations");
    }

    @Test
    void a_slug_is_at_most_80_characters_long() {
        assertThat(violations(set("/slug", '"' + "a".repeat(80) + '"'))).isEmpty();
        assertReported(violations(set("/slug", '"' + "a".repeat(81) + '"')), "/slug", "at most 80 characters");
    }

    @Test
    void there_are_at_most_20_tags() {
        assertThat(violations(set("/tags", tags(20)))).isEmpty();
        assertReported(violations(set("/tags", tags(21))), "/tags", "must be at most 20");
    }

    @Test
    void there_are_at_most_200_factors() {
        assertThat(violations(factors(200))).isEmpty();
        assertReported(violations(factors(201)), "/factors", "must be at most 200, not 201");
    }

    @Test
    void what_is_optional_may_be_absent() {
        assertThat(violations(
                        set("/tags", "[]"),
                        remove("/options/0/tagline"),
                        remove("/options/0/summary"),
                        remove("/options/0/bestFor"),
                        remove("/options/0/verdict"),
                        remove("/topics/0/summary"),
                        remove("/factors/1/notApplicable"),
                        remove("/useCases/0/description"),
                        remove("/useCases/0/examples"),
                        remove("/useCases/0/fits/0/rationale"),
                        remove("/useCases/0/weights"),
                        remove("/claims/0/factor"),
                        remove("/claims/0/conditions"),
                        remove("/claims/0/comparedTo"),
                        remove("/claims/0/measurement"),
                        remove("/claims/0/source"),
                        remove("/claims/0/observedOn"),
                        remove("/claims/0/rank"),
                        remove("/sources/0/publisher"),
                        remove("/sources/0/url"),
                        remove("/sources/0/publishedOn"),
                        remove("/sources/0/retrievedOn"),
                        remove("/faqs/0/options"),
                        remove("/recommendations/0/rationale"),
                        remove("/recommendations/1/roles")))
                .isEmpty();
    }

    // ---- Several at once

    @Test
    void all_broken_rules_are_reported_in_the_order_of_the_document() {
        assertThat(violations(
                        set("/faqs/0/answer", "\"\""),
                        set("/claims/1/range", "{}"),
                        set("/claims/1/source", "\"rumour\""),
                        set("/factors/0/weight", "-1"),
                        set("/factors/0/assessments/0/score", "6"),
                        set("/title", "\"\"")))
                .extracting(Violation::pointer)
                .containsExactly(
                        "/title",
                        "/factors/0/weight",
                        "/factors/0/assessments/0/score",
                        "/claims/1/range",
                        "/claims/1/source",
                        "/faqs/0/answer");
    }

    @Test
    void an_empty_draft_is_told_all_that_it_needs() {
        var empty = new Comparison("", "", "", "", null, null, null, null, null, null, null, null, null, null);
        assertThat(PublicationRules.check(empty, Examples.TECHNOLOGIES))
                .extracting(Violation::pointer)
                .containsExactly("/slug", "/title", "/question", "/summary", "/options", "/factors");
    }

    private static List<Violation> violations(Edit... edits) {
        return PublicationRules.check(comparison(edits), Examples.TECHNOLOGIES);
    }

    private static void assertReported(List<Violation> violations, String pointer, String detail) {
        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.detail()).contains(detail);
        });
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"tag-" + i + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static Edit factors(int count) {
        return document -> {
            for (int i = 2; i < count; i++) {
                repeat("/factors/0").apply(document);
                set("/factors/" + i + "/slug", "\"factor-" + i + '"').apply(document);
            }
        };
    }
}
