package dev.tradeoff.recommendation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON being written, as UTF-8, the same to the byte as Jackson writes it. Whoever writes puts commas and brackets. */
final class JsonText {

    private static final int LONGEST_FIGURE = 32;

    /** Figures are usually rounded to so many decimals, and then have no more than 15 digits. */
    private static final double DECIMALS = 1e12;

    private static final long WHOLE = 1_000_000_000_000L;
    private static final int DIGITS = 12;
    private static final int HALF = 1_000_000;

    /** The digits of the numbers below a hundred. */
    private static final byte[] TENS = new byte[100];

    private static final byte[] ONES = new byte[100];

    static {
        for (int number = 0; number < TENS.length; number++) {
            TENS[number] = (byte) ('0' + number / 10);
            ONES[number] = (byte) ('0' + number % 10);
        }
    }

    private static final String HEX = "0123456789ABCDEF";

    private byte[] bytes;
    private int size;

    JsonText(int expected) {
        this.bytes = new byte[expected];
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    JsonText raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    /** @param json in ASCII */
    @SuppressWarnings("deprecation") // copies ASCII as it is, without encoding it
    JsonText raw(String json) {
        int length = json.length();
        reserve(length);
        json.getBytes(0, length, bytes, size);
        size += length;
        return this;
    }

    JsonText raw(char c) {
        reserve(1);
        bytes[size++] = (byte) c;
        return this;
    }

    /** @param text without lone surrogates */
    JsonText text(String text) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        int start = size;
        raw('"');
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            byte b = utf8[i];
            if ((b & 0xf8) == 0xf0) { // of a character beyond the first 65,536, which Jackson escapes in its own way
                size = start;
                return raw(AnswerJson.byJackson(text));
            }
            if (b >= 0 && (b < ' ' || b == '"' || b == '\\')) {
                copy(utf8, from, i);
                escape((char) b);
                from = i + 1;
            }
        }
        copy(utf8, from, utf8.length);
        return raw('"');
    }

    private void copy(byte[] utf8, int from, int to) {
        reserve(to - from);
        System.arraycopy(utf8, from, bytes, size, to - from);
        size += to - from;
    }

    private void escape(char c) {
        raw('\\');
        switch (c) {
            case '\b' -> raw('b');
            case '\t' -> raw('t');
            case '\n' -> raw('n');
            case '\f' -> raw('f');
            case '\r' -> raw('r');
            case '"', '\\' -> raw(c);
            default -> raw("u00").raw(HEX.charAt(c >> 4)).raw(HEX.charAt(c & 15));
        }
    }

    JsonText number(long number) {
        return raw(Long.toString(number));
    }

    /**
     * As {@link Double#toString} has it. What twelve decimals say exactly is the figure that they stand for, and the
     * shortest that does: no two decimal figures of up to 15 digits are the same double.
     */
    JsonText figure(double figure) {
        if (Double.doubleToRawLongBits(figure) == 0) {
            return raw("0.0");
        }
        double scaled = Math.rint(figure * DECIMALS);
        if (figure >= 1e-3 && figure < 1e3 && scaled / DECIMALS == figure) {
            decimals((long) scaled);
            return this;
        }
        return raw(Double.toString(figure));
    }

    private void decimals(long scaled) {
        reserve(LONGEST_FIGURE);
        int whole = (int) (scaled / WHOLE);
        long rest = scaled - whole * WHOLE;
        if (whole < 10) {
            bytes[size++] = (byte) ('0' + whole);
        } else {
            number(whole);
        }
        bytes[size++] = '.';
        int left = (int) (rest / HALF);
        int right = (int) (rest % HALF);
        int end = size + DIGITS;
        for (int at = size + DIGITS / 2; at > size; left /= 100) {
            at = pair(left % 100, at);
        }
        for (int at = end; at > size + DIGITS / 2; right /= 100) {
            at = pair(right % 100, at);
        }
        while (end > size + 1 && bytes[end - 1] == '0') {
            end--;
        }
        size = end;
    }

    private int pair(int number, int end) {
        bytes[end - 1] = ONES[number];
        bytes[end - 2] = TENS[number];
        return end - 2;
    }
}
