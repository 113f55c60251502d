package dev.tradeoff.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that mean no good, sent as raw bytes: each gets a 4xx problem, tells nothing, and harms nothing. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class HostileRequestsTest {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MEGABYTE = 1 << 20;

    @TestHTTPResource
    URI service;

    static Stream<Arguments> requests() throws IOException {
        return Stream.of(
                line("bad percent-encoding in the path", "GET /api/v1/comparisons/%zz HTTP/1.1", 400),
                line("bad percent-encoding in the query", "GET /api/v1/factors?q=%zz HTTP/1.1", 400),
                line("a cut percent-encoding", "GET /api/v1/factors?q=%e HTTP/1.1", 400),
                line("NUL in the query", "GET /api/v1/factors?q=%00 HTTP/1.1", 400),
                line("NUL in the path", "GET /api/v1/comparisons/%00 HTTP/1.1", 404),
                line("invalid UTF-8 in the query", "GET /api/v1/factors?q=%ff%fe HTTP/1.1", 400),
                line("a lone surrogate in the query", "GET /api/v1/factors?q=%ed%a0%80 HTTP/1.1", 400),
                line("invalid UTF-8 as a parameter's name", "GET /api/v1/factors?%ff=1 HTTP/1.1", 400),
                line("invalid UTF-8 in the path", "GET /api/v1/comparisons/%ff%fe HTTP/1.1", 404),
                line("path traversal", "GET /api/v1/comparisons/../../../etc/passwd HTTP/1.1", 404),
                line("encoded path traversal", "GET /api/v1/comparisons/%2e%2e%2f%2e%2e%2fetc%2fpasswd HTTP/1.1", 404),
                line(
                        "traversal out of Swagger UI",
                        "GET /q/swagger-ui/..%2f..%2f..%2fapplication.properties HTTP/1.1",
                        404),
                line("a parameter twice", "GET /api/v1/factors?limit=1&limit=1 HTTP/1.1", 400),
                line("a huge number", "GET /api/v1/factors?limit=" + "9".repeat(5_000) + " HTTP/1.1", 400),
                line("a huge revision", "GET " + Service.FIRST + "?revision=" + "9".repeat(5_000) + " HTTP/1.1", 400),
                line(
                        "a huge revision in the path",
                        "GET " + Service.FIRST + "/revisions/" + "9".repeat(5_000) + " HTTP/1.1",
                        404),
                line("a cursor that is none", "GET /api/v1/factors?cursor=%2e%2e HTTP/1.1", 400),
                line("a cursor of zeros", "GET /api/v1/factors?cursor=AAAAAAAAAAAAAAAA HTTP/1.1", 400),
                line("a long question", "GET /api/v1/factors?q=" + "a%20".repeat(2_000) + " HTTP/1.1", 400),
                line("a long address", "GET /api/v1/factors?q=" + "a".repeat(20_000) + " HTTP/1.1", 414),
                line("an unknown method", "BREW /api/v1/factors HTTP/1.1", 405),
                headers("a malformed entity tag", "If-None-Match: \"a", 400),
                headers("long headers", "X-Long: " + "a".repeat(40_000), 431),
                headers("many headers", "X-Many: a\r\n".repeat(5_000) + "X-Last: b", 431),
                headers("an Accept header of nonsense", "Accept: ////;;;", 406),
                body(
                        "an 11 MB body where none is read",
                        "POST /api/v1/comparisons",
                        "application/json",
                        new byte[11 * MEGABYTE],
                        "",
                        405),
                body(
                        "an 11 MB body to nowhere",
                        "POST /api/v1/nothing",
                        "application/json",
                        new byte[11 * MEGABYTE],
                        "",
                        404),
                body(
                        "deeply nested JSON",
                        "PUT " + Service.FIRST,
                        "application/json",
                        "[".repeat(100_000).getBytes(StandardCharsets.UTF_8),
                        "",
                        405),
                body(
                        "a gzip bomb",
                        "POST /api/v1/comparisons",
                        "application/json",
                        bomb(),
                        "Content-Encoding: gzip\r\n",
                        405));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void is_refused_with_a_problem_that_tells_nothing(String name, byte[] request, int status) throws IOException {
        var answer = send(request);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(body)
                .contains("\"type\":\"/problems/", "\"status\":" + status)
                .doesNotContain("Exception", "java.", "io.quarkus", "dev.tradeoff", "\tat ", "SQL");
    }

    @AfterEach
    void the_service_is_alive() {
        Service.get(Service.FIRST).then().statusCode(200);
    }

    private String send(byte[] request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Arguments line(String name, String line, int status) {
        return Arguments.of(name, ascii(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status);
    }

    private static Arguments headers(String name, String headers, int status) {
        return Arguments.of(
                name,
                ascii("GET /api/v1/factors HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                        + "\r\n\r\n"),
                status);
    }

    private static Arguments body(String name, String target, String type, byte[] body, String headers, int status) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(ascii(target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n"));
        request.writeBytes(body);
        return Arguments.of(name, request.toByteArray(), status);
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            var zeros = new byte[MEGABYTE];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
