package dev.tradeoff.knowledge;

import static dev.tradeoff.knowledge.Examples.comparison;
import static dev.tradeoff.knowledge.Examples.insert;
import static dev.tradeoff.knowledge.Examples.remove;
import static dev.tradeoff.knowledge.Examples.repeat;
import static dev.tradeoff.knowledge.Examples.rotate;
import static dev.tradeoff.knowledge.Examples.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.knowledge.Change.Kind;
import dev.tradeoff.knowledge.Examples.Edit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    @Test
    void equal_documents_have_none() {
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tradeoff.knowledge.Examples#pointers")
    void whatever_makes_documents_differ_is_a_change_and_nothing_else_is(String pointer) {
        var before = comparison();
        var after = comparison(remove(pointer));
        assertThat(Changes.between(before, after).isEmpty()).isEqualTo(before.equals(after));
        assertThat(Changes.between(after, before).isEmpty()).isEqualTo(before.equals(after));
        assertThat(Changes.between(after, after)).isEmpty();
    }

    // ---- In words

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /title                           | "Pulsar or Kafka"  | Comparison: title changed from “Kafka or Pulsar” to “Pulsar or Kafka”
                    /question                        | "Which?"           | Comparison: question changed from “Which log should carry our events?” to “Which?”
                    /summary                         | ""                 | Comparison: summary changed from “Both keep events.” to nothing
                    /tags/1                          | "log"              | Comparison: tags: added “log”; removed “backend”
                    /options/0/name                  | "Kafka"            | Option kafka: name changed from “Apache Kafka” to “Kafka”
                    /options/0/bestFor/-             | "Logs"             | Option kafka: best for: added “Logs”
                    /topics/0/summary                | "Haste."           | Topic speed: summary changed from “How fast.” to “Haste.”
                    /factors/0/weight                | 4                  | Factor operations: weight changed from 3 to 4
                    /factors/0/scale/3               | "Two persons"      | Factor operations: meaning of 3 on the scale changed from “A person” to “Two persons”
                    /factors/0/scale/4               | "Half a person"    | Factor operations: meaning of 4 on the scale added (“Half a person”)
                    /factors/0/assessments/0/score   | 3                  | Factor operations: score of kafka changed from 4 to 3
                    /factors/0/assessments/0/confidence | "very-low"      | Factor operations: confidence of kafka changed from moderate to very-low
                    /factors/0/assessments/1/scoreState | "not-applicable" | Factor operations: score state of pulsar changed from unknown to not-applicable
                    /factors/0/assessments/0/claims  | []                 | Factor operations: claims of kafka: removed “kafka-licence”
                    /factors/1/assessments/0/value   | 12.5               | Factor latency: value of kafka changed from 12 to 12.5
                    /factors/1/direction             | "higher"           | Factor latency: direction changed from lower to higher
                    /findings/0/kind                 | "mitigation"       | Finding pulsar-tiers: kind changed from limitation to mitigation
                    /useCases/0/fits/1/fit           | "strong"           | Use case event-sourcing: fit of pulsar changed from good to strong
                    /useCases/0/weights/latency      | 4                  | Use case event-sourcing: weight of latency changed from 5 to 4
                    /claims/0/value                  | 1e3                | Claim kafka-latency: value changed from 12 to 1000
                    /claims/0/approximate            | false              | Claim kafka-latency: approximate changed from true to false
                    /claims/0/observedOn             | "2026-02-28"       | Claim kafka-latency: observed on changed from 2026-01-31 to 2026-02-28
                    /claims/0/comparedTo             | null               | Claim kafka-latency: compared to changed from “pulsar” to nothing
                    /claims/1/range/min              | 6                  | Claim pulsar-latency: min changed from 5 to 6
                    /claims/1/range                  | null               | Claim pulsar-latency: range changed from 5 to 10 to nothing
                    /claims/0/range                  | {"min": 2000000}   | Claim kafka-latency: range changed from nothing to at least 2000000
                    /claims/0/range                  | {"max": 4}         | Claim kafka-latency: range changed from nothing to at most 4
                    /sources/0/url                   | null               | Source vendor: url changed from “https://example.org/benchmark” to nothing
                    /faqs/0/answer                   | "Kafka."           | FAQ which-is-faster: answer changed from “Pulsar, a little.” to “Kafka.”
                    /recommendations/1/roles/0/role  | "Logs"             | Recommendation combine-both: role of kafka changed from “Streams” to “Logs”
                    """)
    void a_change_is_said_in_words(String pointer, String json, String text) {
        assertThat(changes(set(pointer, json))).extracting(Change::text).containsExactly(text);
    }

    @Test
    void a_change_names_its_place_and_both_values() {
        assertThat(changes(set("/factors/0/assessments/0/score", "3")))
                .containsExactly(new Change(
                        Kind.CHANGED,
                        "factors",
                        "operations",
                        "assessments/kafka/score",
                        BigDecimal.valueOf(4),
                        BigDecimal.valueOf(3),
                        "Factor operations: score of kafka changed from 4 to 3"));
    }

    @Test
    void a_change_of_the_comparison_itself_is_in_no_collection() {
        assertThat(changes(set("/title", "\"Pulsar\""))).singleElement().satisfies(change -> {
            assertThat(change.collection()).isNull();
            assertThat(change.slug()).isNull();
            assertThat(change.field()).isEqualTo("title");
        });
    }

    // ---- Members

    @ParameterizedTest
    @CsvSource({
        "options, kafka, Option kafka",
        "topics, speed, Topic speed",
        "factors, operations, Factor operations",
        "findings, pulsar-tiers, Finding pulsar-tiers",
        "useCases, event-sourcing, Use case event-sourcing",
        "claims, kafka-latency, Claim kafka-latency",
        "sources, vendor, Source vendor",
        "faqs, which-is-faster, FAQ which-is-faster",
        "recommendations, choose-kafka, Recommendation choose-kafka"
    })
    void a_member_that_came_or_went_is_one_change(String collection, String slug, String name) {
        var with = comparison();
        var without = comparison(remove("/" + collection + "/0"));
        assertThat(Changes.between(without, with)).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo(Kind.ADDED);
            assertThat(change.collection()).isEqualTo(collection);
            assertThat(change.slug()).isEqualTo(slug);
            assertThat(change.field()).isNull();
            assertThat(change.before()).isNull();
            assertThat(change.after()).isInstanceOf(Member.class);
            assertThat(change.text()).isEqualTo(name + ": added");
        });
        assertThat(Changes.between(with, without)).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo(Kind.REMOVED);
            assertThat(change.before()).isInstanceOf(Member.class);
            assertThat(change.after()).isNull();
            assertThat(change.text()).isEqualTo(name + ": removed");
        });
    }

    @Test
    void a_member_with_another_slug_is_another_member() {
        assertThat(changes(set("/sources/0/slug", "\"rival\"")))
                .extracting(Change::text)
                .containsExactly("Source vendor: removed", "Source rival: added");
    }

    @Test
    void a_new_order_of_members_is_one_change() {
        assertThat(changes(rotate("/claims")))
                .containsExactly(new Change(
                        Kind.CHANGED,
                        "claims",
                        null,
                        "order",
                        List.of("kafka-latency", "pulsar-latency", "kafka-licence"),
                        List.of("pulsar-latency", "kafka-licence", "kafka-latency"),
                        "The claims: the order changed"));
    }

    @Test
    void a_member_put_in_between_is_no_new_order() {
        assertThat(changes(insert("/topics/1", "{\"slug\": \"cost\", \"name\": \"Cost\", \"summary\": \"\"}")))
                .extracting(Change::text)
                .containsExactly("Topic cost: added");
    }

    @Test
    void a_member_that_moved_and_changed_is_said_to_have_done_both() {
        assertThat(changes(set("/topics/0/name", "\"Pace\""), rotate("/topics")))
                .extracting(Change::text)
                .containsExactly("Topic speed: name changed from “Speed” to “Pace”", "The topics: the order changed");
    }

    // ---- Parts of a member

    @Test
    void a_new_order_of_assessments_is_one_change() {
        assertThat(changes(rotate("/factors/0/assessments")))
                .containsExactly(new Change(
                        Kind.CHANGED,
                        "factors",
                        "operations",
                        "assessments",
                        List.of("kafka", "pulsar"),
                        List.of("pulsar", "kafka"),
                        "Factor operations: assessments: the order changed"));
    }

    @Test
    void an_assessment_put_in_front_is_one_change() {
        var front = insert("/factors/0/assessments/0", """
                {"option": "redpanda", "verdict": "One binary", "score": 5, "confidence": "low", "rationale": "", "claims": []}
                """);
        assertThat(changes(front)).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo(Kind.ADDED);
            assertThat(change.field()).isEqualTo("assessments/redpanda");
            assertThat(change.text()).isEqualTo("Factor operations: assessment of redpanda added");
        });
    }

    @Test
    void an_assessment_a_fit_and_a_role_that_went_are_named_by_their_option() {
        assertThat(changes(
                        remove("/factors/1/assessments/0"),
                        remove("/useCases/0/fits/1"),
                        remove("/recommendations/1/roles/0")))
                .extracting(Change::text)
                .containsExactly(
                        "Factor latency: assessment of kafka removed",
                        "Use case event-sourcing: fit of pulsar removed",
                        "Recommendation combine-both: role of kafka removed");
    }

    @Test
    void a_draft_may_assess_an_option_twice_or_none() {
        assertThat(changes(repeat("/factors/0/assessments/0")))
                .singleElement()
                .satisfies(change -> assertThat(change.field()).isEqualTo("assessments"));
        assertThat(changes(set("/factors/0/assessments/0/option", "\"\""))).isNotEmpty();
    }

    @Test
    void weights_come_and_go_by_factor() {
        assertThat(changes(remove("/useCases/0/weights/latency"), set("/useCases/0/weights/cost", "2")))
                .extracting(Change::text)
                .containsExactly(
                        "Use case event-sourcing: weight of latency removed (5)",
                        "Use case event-sourcing: weight of cost added (2)");
    }

    @Test
    void several_fields_of_a_member_are_several_changes() {
        assertThat(changes(set("/claims/0/value", "13"), set("/claims/0/statement", "\"It takes 13 ms.\"")))
                .extracting(Change::field)
                .containsExactly("value", "statement");
    }

    @Test
    void numbers_that_are_written_otherwise_are_equal() {
        assertThat(changes(
                        set("/factors/0/weight", "3.0"),
                        set("/factors/0/assessments/0/score", "4e0"),
                        set("/useCases/0/weights/latency", "5.00"),
                        set("/claims/1/range", "{\"min\": 5.0, \"max\": 1e1}")))
                .isEmpty();
    }

    // ---- Lists

    @ParameterizedTest
    @ValueSource(strings = {"/tags", "/options/0/bestFor"})
    void a_new_order_of_a_list_is_said_to_be_that(String list) {
        assertThat(changes(rotate(list))).singleElement().satisfies(change -> assertThat(change.text())
                .endsWith(": the order changed"));
    }

    @Test
    void what_stands_in_a_list_once_more_is_said_to_be_added() {
        assertThat(changes(repeat("/options/1/bestFor/0")))
                .extracting(Change::text)
                .containsExactly("Option pulsar: best for: added “Many tenants”");
    }

    @Test
    void changes_stand_in_the_order_of_the_document() {
        assertThat(changes(
                        set("/faqs/0/answer", "\"Kafka.\""),
                        set("/options/0/name", "\"Kafka\""),
                        set("/question", "\"Which?\"")))
                .extracting(Change::collection)
                .containsExactly(null, "options", "faqs");
    }

    private static List<Change> changes(Edit... edits) {
        return Changes.between(comparison(), comparison(edits));
    }
}
