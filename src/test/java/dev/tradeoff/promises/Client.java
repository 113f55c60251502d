package dev.tradeoff.promises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Somebody's program that writes over HTTP, and keeps asking when it gets no answer, as the documentation tells it to. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Supplier<URI> service;
    private final String token;
    private final AtomicInteger repeated = new AtomicInteger();

    /** @param service where it is now, which moves when it is started anew */
    Client(Supplier<URI> service, String token) {
        this.service = service;
        this.token = token;
    }

    static Client of(int port, String token) {
        var address = URI.create("http://127.0.0.1:" + port);
        return new Client(() -> address, token);
    }

    /** Somebody with that role, by a token that this administrator makes. */
    Client with(String role) {
        var body = "{\"name\": \"for tests\", \"owner\": \"%s\", \"roles\": [\"%s\"]}".formatted(role, role);
        var made = persist("POST", "/api/v1/tokens", body).expect(201);
        return new Client(service, made.json().get("token").asText());
    }

    /** A status and what came with it. */
    record Answer(int status, String body, HttpResponse<byte[]> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Of something that can be changed. */
        long version() {
            return Long.parseLong(header("ETag").replace("\"", "").replaceAll("-.*", ""));
        }

        boolean asksForPatience() {
            return status == 503 || status == 409 && body.contains("/problems/conflict");
        }

        Answer expect(int... statuses) {
            for (int expected : statuses) {
                if (status == expected) {
                    return this;
                }
            }
            throw new AssertionError(response.request().method() + " " + response.uri() + " answered " + status + ": "
                    + body.substring(0, Math.min(body.length(), 2_000)));
        }
    }

    /** How often something had to be asked again. */
    int repeated() {
        return repeated.get();
    }

    Answer get(String path, String... headers) {
        return persist("GET", path, "", headers);
    }

    /** Asks once. */
    Answer send(String method, String path, String body, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(service.get().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Asks until there is an answer that is one: again after a lost connection, after 503, and where others are at work. */
    Answer persist(String method, String path, String body, String... headers) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var answer = send(method, path, body, headers);
                if (!answer.asksForPatience() || Instant.now().isAfter(deadline)) {
                    return answer;
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw new UncheckedIOException(e);
                }
            }
            repeated.incrementAndGet();
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }
}
