package dev.tradeoff.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Examples;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from a spreadsheet is laid over the draft; what went out and comes back unchanged changes nothing. */
class MatrixSheetTest {

    private static final Comparison DRAFT = Examples.comparison();
    private static final String HEADER = "option,operations score,operations verdict,latency score,latency verdict\r\n";

    @Test
    void of_very_many_mistakes_the_first_thousand_are_told_and_all_are_counted() {
        var csv = "option,operations score\n" + "no-such,1\n".repeat(1_500);
        var wrong = (Problem.BrokenRules) refused(csv);
        assertThat(wrong.errors()).hasSize(1_000);
        assertThat(wrong.detail()).contains("1500 cells are wrong; here are the first 1000.");
        var malformed = (Problem.InvalidBody) refused(csv + "kafka,much\n");
        assertThat(malformed.errors()).hasSize(1_000);
        assertThat(malformed.errors().getFirst().pointer()).isEqualTo("/1501/1");
        assertThat(malformed.detail()).contains("1501 cells are wrong; here are the first 1000.");
    }

    @Test
    void what_was_written_changes_nothing_either_way_round() {
        for (boolean transposed : new boolean[] {false, true}) {
            assertThat(MatrixSheet.read(MatrixCsv.of(DRAFT, transposed)).over(DRAFT))
                    .isEqualTo(DRAFT);
        }
    }

    @Test
    void no_verdict_however_strange_is_changed_by_going_out_and_coming_back() {
        var random = new Random(20261123);
        var pieces = List.of(
                "=",
                "+",
                "-",
                "@",
                "'",
                "\"",
                ",",
                ";",
                "\t",
                "\r\n",
                "\n",
                "\r",
                " ",
                "a",
                "é",
                "\uD83D\uDE00",
                "\u00A0",
                "1,5",
                "unknown",
                "\uFEFF",
                "\\",
                "#",
                "\u2028");
        for (int round = 0; round < 3_000; round++) {
            var verdicts = IntStream.range(0, 2)
                    .mapToObj(i -> {
                        var text = new StringBuilder();
                        for (int n = random.nextInt(6); n > 0; n--) {
                            text.append(pieces.get(random.nextInt(pieces.size())));
                        }
                        return text.toString();
                    })
                    .toList();
            var draft = Examples.comparison(
                    Examples.set("/factors/0/assessments/0/verdict", quote(verdicts.get(0))),
                    Examples.set("/factors/0/assessments/1/verdict", quote(verdicts.get(1))));
            for (boolean transposed : new boolean[] {false, true}) {
                assertThat(MatrixSheet.read(MatrixCsv.of(draft, transposed)).over(draft))
                        .as("%s", verdicts)
                        .isEqualTo(draft);
            }
        }
    }

    @Test
    void a_verdict_like_a_formula_is_disarmed() {
        var draft = Examples.comparison(Examples.set("/factors/0/assessments/0/verdict", "\"=1+1\""));
        assertThat(new String(MatrixCsv.of(draft, false), StandardCharsets.UTF_8))
                .contains("'=1+1");
        assertThat(MatrixSheet.read(MatrixCsv.of(draft, false)).over(draft)).isEqualTo(draft);
    }

    @Test
    void scores_verdicts_values_and_states_take_each_others_place_and_the_rest_stays() {
        var laid = lay(HEADER + "kafka,4.5,Two systems,unknown,\r\npulsar,2,,7.25,Short\r\n");
        var kafka = assessment(laid, "operations", "kafka");
        var before = assessment(DRAFT, "operations", "kafka");
        assertThat(kafka.score()).isEqualTo(new BigDecimal("4.5"));
        assertThat(kafka.verdict()).isEqualTo("Two systems");
        assertThat(kafka.confidence()).isEqualTo(before.confidence());
        assertThat(kafka.rationale()).isEqualTo(before.rationale());
        assertThat(kafka.claims()).isEqualTo(before.claims());
        var pulsar = assessment(laid, "operations", "pulsar");
        assertThat(pulsar.score()).isEqualTo(BigDecimal.TWO);
        assertThat(pulsar.scoreState()).isNull();
        assertThat(pulsar.verdict()).isEqualTo("Two systems");
        var measured = assessment(laid, "latency", "kafka");
        assertThat(measured.value()).isNull();
        assertThat(measured.scoreState()).isEqualTo(Assessment.ScoreState.UNKNOWN);
        assertThat(assessment(laid, "latency", "pulsar").value()).isEqualTo(new BigDecimal("7.25"));
    }

    @Test
    void an_empty_cell_leaves_what_is_there() {
        assertThat(lay(HEADER + "kafka,,,,\r\npulsar, ,,,\r\n")).isEqualTo(DRAFT);
    }

    @Test
    void lines_and_columns_may_be_missing_and_stand_in_any_order() {
        var laid = lay("option,latency verdict,operations score\npulsar,Short,3\n");
        assertThat(assessment(laid, "latency", "pulsar").verdict()).isEqualTo("Short");
        assertThat(assessment(laid, "operations", "pulsar").score()).isEqualTo(new BigDecimal("3"));
        assertThat(assessment(laid, "operations", "kafka")).isEqualTo(assessment(DRAFT, "operations", "kafka"));
    }

    @Test
    void an_assessment_that_is_new_says_nothing_beside() {
        var draft = Examples.comparison(Examples.set("/factors/0/assessments", "[]"));
        var laid = MatrixSheet.read(
                        bytes("factor,pulsar score,kafka score,kafka verdict\noperations,not-applicable,4,Fine\n"))
                .over(draft);
        assertThat(factor(laid, "operations").assessments())
                .containsExactly(
                        new Assessment("kafka", "Fine", new BigDecimal("4"), null, null, null, "", List.of()),
                        new Assessment(
                                "pulsar", "", null, Assessment.ScoreState.NOT_APPLICABLE, null, null, "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFoption;operations score;operations verdict\r\nkafka;2.5;\"So; so\"\r\n",
                "option\toperations score\toperations verdict\nkafka\t2.5\tSo; so",
                "Option,operations score,operations verdict\r\rkafka,2.5,So; so\r",
                "\"option\",\"operations score\",\"operations verdict\"\n\"kafka\",\"2.5\",\"So; so\"\n,,\n\n",
                "option,operations score,operations verdict,,\nkafka, 2.50 ,So; so,,\n"
            })
    void habits_of_spreadsheets_are_read(String csv) {
        var kafka = assessment(lay(csv), "operations", "kafka");
        assertThat(kafka.score()).isEqualTo(new BigDecimal("2.5"));
        assertThat(kafka.verdict()).isEqualTo("So; so");
    }

    @Test
    void all_mistakes_are_told_at_once_with_line_and_column() {
        var problem = refused(
                "option;operations score;speed score;latency verdict;latency\r\nkafka;3,5;1;x;\r\nflink;4;;;\r\npulsar;high;;;\r\npulsar;9;;;;y\r\n");
        assertThat(problem).isInstanceOf(Problem.InvalidBody.class);
        assertThat(((Problem.InvalidBody) problem).errors().stream().map(flaw -> flaw.pointer() + " " + flaw.detail()))
                .containsExactlyInAnyOrder(
                        "/0/2 line 1, column 3 names no factor of the draft: “speed”",
                        "/0/4 line 1, column 5 must be a slug and “score” or “verdict”, as in “speed score”, not “latency”",
                        "/1/1 line 2, column 2 has a decimal comma; write 3.5 with a point instead",
                        "/2/0 line 3, column 1 names no option of the draft: “flink”",
                        "/3/1 line 4, column 2 must be a number, “unknown”, “not-applicable” or empty, not “high”",
                        "/4/0 line 5, column 1 is a second line of “pulsar”",
                        "/4/1 line 5, column 2 must be 1 to 5 in steps of 0.5, not 9",
                        "/4/5 line 5, column 6 stands beyond the last column of the header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "5.5", "1.25", "-1", "99999999999999999999"})
    void a_score_that_is_none_breaks_a_rule(String score) {
        assertThat(refused("option,operations score\nkafka," + score + "\n")).isInstanceOf(Problem.BrokenRules.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "slug,operations score\n",
                "option,operations score\nkafka,\"4\n",
                "option,operations score\nkafka,1e3\n",
                "option,operations score\nkafka,\u0000\n",
                "option,operations score,operations score\nkafka,1,2\n",
                "{\"option\": 1}"
            })
    void what_is_no_matrix_is_refused(String csv) {
        assertThat(refused(csv)).isInstanceOf(Problem.InvalidBody.class);
    }

    @Test
    void what_is_not_utf8_is_refused_with_the_way_out() {
        var latin = "option,operations verdict\nkafka,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        var refused = catchThrowableOfType(Refused.class, () -> MatrixSheet.read(latin));
        assertThat(refused.problem().detail()).contains("CSV UTF-8");
    }

    private static Comparison lay(String csv) {
        return MatrixSheet.read(bytes(csv)).over(DRAFT);
    }

    private static Problem refused(String csv) {
        return catchThrowableOfType(Refused.class, () -> lay(csv)).problem();
    }

    private static byte[] bytes(String csv) {
        return csv.getBytes(StandardCharsets.UTF_8);
    }

    private static Factor factor(Comparison comparison, String slug) {
        return comparison.factors().stream()
                .filter(factor -> factor.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static Assessment assessment(Comparison comparison, String factor, String option) {
        return factor(comparison, factor).assessments().stream()
                .filter(assessment -> assessment.option().equals(option))
                .findFirst()
                .orElseThrow();
    }

    private static String quote(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }
}
