package dev.tradeoff.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10, 20, 20, 2", // values
        "20, 20, 10, 10, 2",
        "5, 10, 20, 90, 2", // nearest ends
        "-10, -10, -20, -20, 2",
        "0.11, 0.11, 0.1, 0.1, 1.1",
        ", 4, 8, , 2", // open ends are open
        "1, 1, 1, 1, 1", // the same
        "1, 5, 4, 9, 1", // they overlap
        "1, 5, 5, 9, 1", // they touch
        ", 5, 4, , 1",
        "1, , 7, 7, 1",
        "-5, 5, 0, 0, 1"
    })
    void it_is_so_many_times_apart_from_another(
            BigDecimal min, BigDecimal max, BigDecimal otherMin, BigDecimal otherMax, double times) {
        var some = interval(min, max);
        var other = interval(otherMin, otherMax);
        assertThat(some.apart(other)).isEqualTo(other.apart(some)).isCloseTo(times, offset());
        assertThat(some.ratio(other).orElseThrow())
                .isEqualByComparingTo(other.ratio(some).orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(times));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3, 3", "0, 0, -3, -3", "-3, -3, 3, 3", "-9, -1, 0, 4", "-9, 0, 1, 4"})
    void zero_and_other_signs_have_no_ratio(BigDecimal min, BigDecimal max, BigDecimal otherMin, BigDecimal otherMax) {
        assertThat(interval(min, max).apart(interval(otherMin, otherMax))).isEqualTo(Interval.NO_RATIO);
        assertThat(interval(min, max).ratio(interval(otherMin, otherMax))).isEmpty();
        assertThat(interval(otherMin, otherMax).ratio(interval(min, max))).isEmpty();
    }

    @Test
    void the_largest_and_the_smallest_number_have_a_ratio() {
        var large = Interval.of(new BigDecimal("999999999999999999999999999999"));
        var small = Interval.of(new BigDecimal("0.000000000000000000000000000001"));
        assertThat(large.apart(small)).isFinite().isGreaterThan(9e59);
        assertThat(large.ratio(small).orElseThrow()).isGreaterThan(new BigDecimal("9e59"));
    }

    @ParameterizedTest
    @CsvSource({"1.1, 1.1, true", "1.09999999999, 1.1, false", "2.5, 2, true", "1, 1, false", "1.00001, 1, true"})
    void a_limit_is_reached_by_what_is_as_far_apart_but_never_by_what_meets(
            double apart, double limit, boolean reached) {
        assertThat(Interval.reaches(apart, limit)).isEqualTo(reached);
    }

    @Test
    void rounding_keeps_nothing_from_a_limit() {
        assertThat(0.11 / 0.1).isLessThan(1.1);
        assertThat(Interval.reaches(0.11 / 0.1, 1.1)).isTrue();
    }

    @Test
    void nothing_and_ends_in_the_wrong_order_are_no_interval() {
        assertThat(Interval.of(null, null)).isEmpty();
        assertThat(Interval.of(BigDecimal.TEN, BigDecimal.ONE)).isEmpty();
    }

    @Test
    void a_product_and_a_quotient_have_the_ends_that_they_can_have() {
        var some = interval(BigDecimal.valueOf(2), BigDecimal.valueOf(3));
        var other = interval(BigDecimal.valueOf(4), null);
        assertThat(some.times(some).orElseThrow().min()).isEqualByComparingTo("4");
        assertThat(some.times(some).orElseThrow().max()).isEqualByComparingTo("9");
        assertThat(some.over(some).max()).isEqualByComparingTo("1.5");
        assertThat(some.times(other).orElseThrow().min()).isEqualByComparingTo("8");
        assertThat(some.times(other).orElseThrow().max()).isNull();
        assertThat(some.over(other).min()).isNull();
        assertThat(interval(null, BigDecimal.ONE).times(other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 20, 20, 10, 10, true",
        "1, 2, 10, 10, 10, 10, true",
        "1, 2, 15, 18, 10, 10, true",
        "1, 2, 15, 15, 7.5, 15, true",
        "1, 2, 15, 25, 10, 10, false",
        "1, 2, 15, 15, 7, 15, false",
        "1, , 50, 50, 10, 10, true", // open above
        "1, , 50, , 10, 10, true",
        ", 2, 2, 2, 10, 10, true", // open below
        ", 2, , 2, 10, 10, true",
        ", 2, 20, 20, 10, , true",
        "1, 2, 15, , 10, 10, false", // nothing is known of one end
        "1, 2, , 15, 10, 10, false",
        "1, 2, 15, 15, , 10, false",
        "1, 2, 15, 15, 10, , false",
        ", 2, 15, 15, , 10, false"
    })
    void it_contains_a_quotient_that_lies_within_whatever_the_values(
            BigDecimal min,
            BigDecimal max,
            BigDecimal someMin,
            BigDecimal someMax,
            BigDecimal otherMin,
            BigDecimal otherMax,
            boolean within) {
        assertThat(interval(min, max).containsQuotient(interval(someMin, someMax), interval(otherMin, otherMax)))
                .isEqualTo(within);
    }

    private static Interval interval(BigDecimal min, BigDecimal max) {
        return Interval.of(min, max).orElseThrow();
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.api.Assertions.within(1e-12);
    }
}
