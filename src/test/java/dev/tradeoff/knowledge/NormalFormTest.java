package dev.tradeoff.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records bring what they are given to one form, so that what means the same is equal. */
class NormalFormTest {

    // ---- Numbers

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "5.0, 5",
        "5e0, 5",
        "0.50e1, 5",
        "50e-1, 5",
        "1e3, 1000",
        "0, 0",
        "0.00, 0",
        "0e20, 0",
        "-0.50, -0.5",
        "1.10, 1.1",
        "55200, 55200"
    })
    void a_number_has_neither_exponent_nor_trailing_zeros(String written, String plain) {
        assertThat(range(written).min()).hasToString(plain);
        assertThat(range(written)).isEqualTo(range(plain)).hasSameHashCodeAs(range(plain));
    }

    @Test
    void numbers_are_brought_to_one_form_wherever_they_stand() {
        assertThat(assessment("4.0", "7.50")).isEqualTo(assessment("4", "7.5"));
        assertThat(factor("3.0", "1e2", "5.0")).isEqualTo(factor("3", "100", "5"));
        assertThat(useCase(Map.of("latency", new BigDecimal("5.0"))))
                .isEqualTo(useCase(Map.of("latency", new BigDecimal("5"))));
        assertThat(claim("12.0", null, null).value()).hasToString("12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e29",
                "999999999999999999999999999999",
                "0.000000000000000000000000000001",
                "-1e29",
                "123456789012345678901234567890.123456789012345678901234567890"
            })
    void a_number_may_have_30_digits_on_either_side_of_the_point(String number) {
        assertThat(range(number).min()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e40",
                "1e30",
                "-1e30",
                "1e-31",
                "0.0000000000000000000000000000001",
                "1e999999999",
                "1e-999999999"
            })
    void a_number_with_more_digits_is_refused(String number) {
        assertThatThrownBy(() -> range(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30 digits");
        assertThatThrownBy(() -> claim(number, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> factor(number, "1", "2")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> assessment("1", number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> useCase(Map.of("latency", new BigDecimal(number))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- Collections

    @Test
    void a_list_that_its_giver_changes_afterwards_stays_as_it_was() {
        var tags = new ArrayList<>(List.of("messaging"));
        var topic = new Comparison("a", "", "", "", tags, null, null, null, null, null, null, null, null, null);
        tags.add("late");
        assertThat(topic.tags()).containsExactly("messaging");
    }

    @Test
    void a_map_that_its_giver_changes_afterwards_stays_as_it_was() {
        var weights = new HashMap<>(Map.of("latency", BigDecimal.ONE));
        var useCase = useCase(weights);
        weights.put("late", BigDecimal.TEN);
        assertThat(useCase.weights()).containsOnlyKeys("latency");
    }

    @Test
    void collections_cannot_be_changed() {
        var option = new Option("a", "a", "A", "", "", new ArrayList<>(), "");
        var weights = useCase(new HashMap<>()).weights();
        var scale = factor("1", "1", "2").scale();
        assertThatThrownBy(() -> option.bestFor().add("late")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> weights.put("late", BigDecimal.ONE)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> scale.put("6", "late")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void weights_and_scales_keep_the_order_of_their_author() {
        var weights = new LinkedHashMap<String, BigDecimal>();
        for (var factor : List.of("z", "a", "m", "b", "y", "c")) {
            weights.put(factor, BigDecimal.ONE);
        }
        assertThat(useCase(weights).weights().keySet()).containsExactly("z", "a", "m", "b", "y", "c");
    }

    @Test
    void nothing_in_a_list_is_null() {
        assertThatThrownBy(() -> new Option("a", "a", "A", "", "", Arrays.asList("x", null), ""))
                .isInstanceOf(NullPointerException.class);
    }

    // ---- What is absent

    @Test
    void absent_text_is_empty_and_absent_lists_are_empty() {
        assertThat(new Comparison(null, null, null, null, null, null, null, null, null, null, null, null, null, null))
                .isEqualTo(new Comparison(
                        "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of()));
        assertThat(new Option(null, null, null, null, null, null, null))
                .isEqualTo(new Option("", "", "", "", "", List.of(), ""));
        assertThat(new Topic(null, null, null)).isEqualTo(new Topic("", "", ""));
        assertThat(new Finding(null, null, null, null, null, null))
                .isEqualTo(new Finding("", "", "", null, "", List.of()));
        assertThat(new UseCase(null, null, null, null, null, null))
                .isEqualTo(new UseCase("", "", "", List.of(), List.of(), Map.of()));
        assertThat(new UseCase.Fit(null, null, null)).isEqualTo(new UseCase.Fit("", null, ""));
        assertThat(new Source(null, null, null, null, null, null, null))
                .isEqualTo(new Source("", null, "", "", null, null, null));
        assertThat(new Faq(null, null, null, null, null, null, null))
                .isEqualTo(new Faq("", "", "", List.of(), List.of(), List.of(), List.of()));
        assertThat(new Recommendation(null, null, null, null, null, null, null, null))
                .isEqualTo(new Recommendation("", null, List.of(), "", List.of(), "", List.of(), List.of()));
        assertThat(new Recommendation.Role(null, null)).isEqualTo(new Recommendation.Role("", ""));
        assertThat(new Assessment(null, null, null, null, null, null, null, null))
                .isEqualTo(new Assessment("", "", null, null, null, null, "", List.of()));
    }

    @Test
    void a_factor_is_a_rating_and_a_claim_of_normal_rank_unless_said_otherwise() {
        assertThat(factor("1", null, null).kind()).isEqualTo(Factor.Kind.RATING);
        assertThat(claim("1", null, null).rank()).isEqualTo(Claim.Rank.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void conditions_and_origins_that_say_nothing_are_absent(String blank) {
        assertThat(claim("1", blank, blank)).isEqualTo(claim("1", null, null));
        assertThat(claim("1", "Three brokers", "A blog").conditions()).isEqualTo("Three brokers");
        assertThat(claim("1", "Three brokers", "A blog").origin()).isEqualTo("A blog");
    }

    private static Claim.Range range(String min) {
        return new Claim.Range(new BigDecimal(min), null);
    }

    private static Assessment assessment(String score, String value) {
        return new Assessment("a", "", number(score), null, number(value), null, "", List.of());
    }

    private static Factor factor(String weight, String worst, String best) {
        return new Factor(
                "a",
                "",
                "",
                "",
                null,
                number(weight),
                new HashMap<>(),
                null,
                null,
                number(worst),
                number(best),
                null,
                List.of());
    }

    private static UseCase useCase(Map<String, BigDecimal> weights) {
        return new UseCase("a", "", "", List.of(), List.of(), weights);
    }

    private static Claim claim(String value, String conditions, String origin) {
        return new Claim(
                "a",
                "",
                "",
                null,
                "",
                number(value),
                null,
                null,
                null,
                "",
                conditions,
                null,
                null,
                false,
                null,
                origin,
                null,
                null);
    }

    private static BigDecimal number(String written) {
        return written == null ? null : new BigDecimal(written);
    }
}
