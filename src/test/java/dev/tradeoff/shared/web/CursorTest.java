package dev.tradeoff.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradeoff.shared.problem.Problem.InvalidParameter;
import dev.tradeoff.shared.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String LIST = "CLAIM\n{technology=python}\nnull";

    @ParameterizedTest
    @CsvSource({
        "0, a",
        "0, kafka-vs-pulsar/claims/x",
        "1.5, nodejs",
        "-3.25E10, käse 🙂",
        "3.4028235E38, a",
        "1.4E-45, a"
    })
    void a_cursor_leads_back_to_its_place(float score, String key) {
        var cursor = new Cursor(score, key);
        assertThat(Cursor.decode(cursor.encode(LIST), LIST)).isEqualTo(cursor);
    }

    @Test
    void a_cursor_can_stand_in_an_address_as_it_is() {
        assertThat(new Cursor(1.5f, "?>~ÿ/+=&").encode(LIST)).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void without_a_cursor_a_list_begins() {
        assertThat(Cursor.decode(null, LIST)).isNull();
    }

    @Test
    void a_cursor_belongs_to_one_list() {
        var cursor = new Cursor(0, "a").encode(LIST);
        assertThat(refused(cursor, "CLAIM\n{technology=nodejs}\nnull").detail()).contains("other filters");
        assertThat(refused(cursor, "").detail()).contains("other filters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "AQ",
                "!",
                "AQ==",
                "nodejs",
                "%00",
                "AQ AQ",
                "é",
                "AAAAAAAAAAAAAAAA",
                "/w+w",
                "AW2g12gAAAAA"
            })
    void what_no_list_gave_is_no_cursor(String cursor) {
        assertThat(refused(cursor, LIST).detail()).contains("no cursor that a list gave");
    }

    @Test
    void a_cursor_of_another_version_is_none() {
        var bytes = bytes(new Cursor(0, "a"));
        bytes[0]++;
        assertThat(refused(text(bytes), LIST).detail()).contains("no cursor that a list gave");
    }

    @Test
    void a_cursor_without_a_key_is_none() {
        assertThat(refused(new Cursor(0, "").encode(LIST), LIST).detail()).contains("no cursor that a list gave");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void a_score_is_a_finite_number(float score) {
        var bytes = bytes(new Cursor(0, "a"));
        ByteBuffer.wrap(bytes).putFloat(5, score);
        assertThat(refused(text(bytes), LIST).detail()).contains("no cursor that a list gave");
    }

    @Test
    void a_key_is_text() {
        var bytes = bytes(new Cursor(0, "ab"));
        bytes[bytes.length - 1] = (byte) 0xff;
        assertThat(refused(text(bytes), LIST).detail()).contains("no cursor that a list gave");
    }

    private static InvalidParameter refused(String cursor, String list) {
        var refused = catchThrowableOfType(Refused.class, () -> Cursor.decode(cursor, list));
        assertThat(refused).as("refusal of " + cursor).isNotNull();
        var problem = (InvalidParameter) refused.problem();
        assertThat(problem.parameter()).isEqualTo("cursor");
        return problem;
    }

    private static byte[] bytes(Cursor cursor) {
        return Base64.getUrlDecoder().decode(cursor.encode(LIST).getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
