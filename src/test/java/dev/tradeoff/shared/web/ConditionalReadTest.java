package dev.tradeoff.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ConditionalReadTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void a_tag_is_found_on_any_line_of_the_header(String method) {
        var tag = Service.get(Service.FIRST).header("ETag");
        assertThat(status(method, "\"other\"", tag)).isEqualTo(304);
        assertThat(status(method, tag, "\"other\"")).isEqualTo(304);
        assertThat(status(method, "\"other\"", "\"another\"")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void gzip_is_found_on_any_line_of_the_header(String method) {
        var answer = Service.request().header("Accept-Encoding", "br", "gzip").request(method, Service.FIRST);
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void tags_that_cannot_be_read_are_refused(String method) {
        assertThat(status(method, "\"a\"", "b")).isEqualTo(400);
    }

    private static int status(String method, String... ifNoneMatch) {
        var request = Service.request().header("Accept-Encoding", "identity");
        for (var line : ifNoneMatch) {
            request.header("If-None-Match", line);
        }
        return request.request(method, Service.FIRST).statusCode();
    }
}
