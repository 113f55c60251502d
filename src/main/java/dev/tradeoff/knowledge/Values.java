package dev.tradeoff.knowledge;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How absent and equal values are brought to one form when a record is made. */
public final class Values {

    /** Decimal digits before or after the point that a figure may have; more is a mistake, and costs memory to print. */
    private static final int MOST_DIGITS = 30;

    private Values() {}

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Remarks that may be missing: one that says nothing is missing. */
    static @Nullable String remark(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** An unmodifiable copy in the order given, which is the order that its author chose. */
    static <V> Map<String, V> map(@Nullable Map<String, V> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * The number without trailing zeros and exponent, so that 5, 5.0 and 5e0 are equal and print alike.
     *
     * @throws IllegalArgumentException if it has more than 30 digits before or after the point
     */
    public static @Nullable BigDecimal number(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "a number may have at most " + MOST_DIGITS + " digits before and as many after the decimal point");
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
