package dev.tradeoff.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.shared.web.Representation.Caching;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    private static final byte[] LONG = "text ".repeat(200).getBytes(StandardCharsets.UTF_8);
    private static final byte[] SHORT = "text".getBytes(StandardCharsets.UTF_8);

    // ---- Accept-Encoding

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br",
                "br,gzip",
                "br, gzip;q=0.5",
                "gzip;q=1.0",
                "gzip ; q=0.001",
                "gzip;Q=1",
                "*",
                "*;q=0.1",
                "identity, *",
                "*;q=0, gzip",
                "identity;q=0, gzip",
                ", gzip"
            })
    void gzip_is_accepted_by_its_name_or_with_everything(String header) {
        assertThat(Selection.acceptsGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "identity",
                "br, deflate",
                "gzip;q=0",
                "gzip; q=0",
                "gzip;q=0.0",
                "gzip;q=0.000",
                "gzip;Q=0",
                "gzip\t;\tq=0",
                "*, gzip;q=0",
                "gzip;q=0, *",
                "*;q=0",
                "gzipped",
                "application/gzip"
            })
    void gzip_is_not_accepted_where_it_is_refused_or_not_named(String header) {
        assertThat(Selection.acceptsGzip(header)).isFalse();
    }

    @Test
    void gzip_is_not_accepted_where_nothing_is_said() {
        assertThat(Selection.acceptsGzip(null)).isFalse();
    }

    // ---- What goes to the client

    @Test
    void the_gzipped_bytes_are_the_same_text() throws IOException {
        var selection = select(LONG, Map.of("Accept-Encoding", "gzip"));
        assertThat(selection.compressed()).isTrue();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(selection.bytes()))) {
            assertThat(in.readAllBytes()).isEqualTo(LONG);
        }
    }

    @Test
    void short_answers_are_not_compressed() {
        assertThat(select(SHORT, Map.of("Accept-Encoding", "gzip")).compressed())
                .isFalse();
    }

    @Test
    void each_encoding_has_a_tag_of_its_own() {
        var plain = select(LONG, Map.of()).tag();
        var gzip = select(LONG, Map.of("Accept-Encoding", "gzip")).tag();
        assertThat(plain).matches("\"[^\"]+\"").isNotEqualTo(gzip);
        assertThat(select(LONG, Map.of("If-None-Match", plain)).known()).isTrue();
        assertThat(select(LONG, Map.of("If-None-Match", gzip)).known()).isFalse();
        assertThat(select(LONG, Map.of("Accept-Encoding", "gzip", "If-None-Match", gzip))
                        .known())
                .isTrue();
        assertThat(select(LONG, Map.of("Accept-Encoding", "gzip", "If-None-Match", plain))
                        .known())
                .isFalse();
    }

    @Test
    void a_tag_is_made_from_the_content() {
        assertThat(select(LONG, Map.of()).tag())
                .isEqualTo(select(LONG.clone(), Map.of()).tag());
        assertThat(select(LONG, Map.of()).tag())
                .isNotEqualTo(select(SHORT, Map.of()).tag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"other\", %s", "W/%s", "W/\"other\",%s,"})
    void what_the_client_has_already_is_known(String header) {
        var tag = select(LONG, Map.of()).tag();
        assertThat(select(LONG, Map.of("If-None-Match", header.formatted(tag))).known())
                .isTrue();
    }

    @Test
    void an_answer_that_is_known_tells_no_length() {
        var headers = headers(select(LONG, Map.of("If-None-Match", "*", "Accept-Encoding", "gzip")));
        assertThat(headers).anyMatch(line -> line.startsWith("ETag: ")).anyMatch(line -> line.startsWith("Vary: "));
        assertThat(headers).noneMatch(line -> line.startsWith("Content-"));
    }

    @Test
    void an_answer_tells_its_encoding_length_and_lifetime() {
        var selection = select(LONG, Map.of("Accept-Encoding", "gzip"));
        assertThat(headers(selection))
                .containsExactlyInAnyOrder(
                        "ETag: " + selection.tag(),
                        "Vary: Accept-Encoding",
                        "Cache-Control: public, no-cache",
                        "Content-Length: " + selection.bytes().length,
                        "Content-Encoding: gzip");
    }

    @Test
    void the_answer_to_a_post_has_no_tag_and_is_never_known() {
        var answer = Representation.of(LONG, Caching.NOT_STORED);
        assertThat(headers(Selection.of(answer, Map.<String, String>of()::get)))
                .containsExactlyInAnyOrder(
                        "Vary: Accept-Encoding", "Cache-Control: no-store", "Content-Length: " + LONG.length);
        assertThat(Selection.of(answer, Map.of("If-None-Match", "*")::get).known())
                .isFalse();
    }

    private static Selection select(byte[] bytes, Map<String, String> request) {
        return Selection.of(Representation.of(bytes, Caching.REVALIDATED), request::get);
    }

    private static List<String> headers(Selection selection) {
        var headers = new ArrayList<String>();
        selection.headers((name, value) -> headers.add(name + ": " + value));
        return headers;
    }
}
