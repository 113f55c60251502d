package dev.tradeoff.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4.5   | ms      | 0.0045       | s
                    7     | us      | 0.007        | ms
                    7     | µs      | 7            | us
                    7     | μs      | 7            | us
                    90    | d       | 2160         | h
                    2     | wk      | 14           | d
                    1     | a       | 12           | mo
                    90    | min     | 1.5          | h
                    60    | 1/min   | 1            | 1/s
                    7     | 1/h     | 168          | 1/d
                    5     | /s      | 5            | 1/s
                    5     | s-1     | 5            | 1/s
                    5     | Hz      | 5            | 1/s
                    2     | GHz     | 2000         | MHz
                    5     | {req}/s | 5            | 1/s
                    5     | {users} | 5            | 1
                    5     | 1/{req} | 5            | 1
                    3     | 10*3/s  | 3000         | 1/s
                    2     | 10^6    | 2000000      | 1
                    40    | %       | 0.4          | 1
                    4     | [ppth]  | 0.4          | %
                    1     | kBy     | 1000         | By
                    1     | KiBy    | 1.024        | kBy
                    2     | GiB     | 2048         | MiBy
                    8     | Mbit    | 1            | MB
                    8     | bit/s   | 60           | By/min
                    1     | ms/s    | 0.1          | %
                    1     | ' ms '  | 1            | ms
                    """)
    void commensurable_units_are_converted_exactly(BigDecimal some, String unit, BigDecimal same, String other) {
        assertThat(Unit.of(unit).dimension()).isEqualTo(Unit.of(other).dimension());
        assertThat(Unit.of(unit).toBase(some))
                .isEqualByComparingTo(Unit.of(other).toBase(same));
    }

    @ParameterizedTest
    @CsvSource({
        "ms, 1/s",
        "By, s",
        "By, By/s",
        "1, s",
        "%, ms",
        "EUR, USD",
        "EUR/mo, EUR/a",
        "req/s, 1/s",
        "S, s",
        "MS, ms"
    })
    void others_are_not(String unit, String other) {
        assertThat(Unit.of(unit).dimension()).isNotEqualTo(Unit.of(other).dimension());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "req/s", "EUR/mo/{user}", "1/s/s", "{a", "10*100", "Cel"})
    void an_unknown_unit_is_commensurable_with_itself_alone(String unit) {
        assertThat(Unit.of(unit)).isEqualTo(Unit.of(unit)).isNotEqualTo(Unit.of(unit + "x"));
        assertThat(Unit.of(unit).dimension()).isNotEqualTo(Unit.Dimension.NONE);
        assertThat(Unit.of(unit).toBase(BigDecimal.TEN)).isEqualByComparingTo("10");
    }

    @Test
    void hundredths_are_told_from_plain_numbers() {
        assertThat(Unit.of("%").isPercent()).isTrue();
        assertThat(Unit.of("1").isPercent()).isFalse();
    }
}
