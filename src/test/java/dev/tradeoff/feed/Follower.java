package dev.tradeoff.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody who reads the stream of changes, as a browser does. */
final class Follower implements AutoCloseable {

    static final String STREAM = "/api/v1/changes/stream";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;
    private static final Event END = new Event("", "end", "");

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile String lastId = "";

    /** @param name empty for one that only carries an id */
    record Event(String id, String name, String data) {

        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (JsonProcessingException e) {
                throw new AssertionError(data, e);
            }
        }
    }

    private Follower(HttpResponse<InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    /** Begins to read; what was published before that is over when it returns. */
    static Follower of(String query, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + STREAM + query));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Follower(response);
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The id that it would connect again with. */
    String lastId() {
        return lastId;
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            String data = "";
            String id = lastId;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    lastId = id;
                    events.add(new Event(id, name, data));
                    name = "";
                    data = "";
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else {
                    assertThat(line).matches("retry: \\d+");
                }
            }
        } catch (IOException e) {
            // as it ends when it is cut off
        }
        events.add(END);
    }

    /** The next event, whatever it is. */
    Event next() throws InterruptedException {
        var event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event;
    }

    /** The next event that tells of something. */
    Event told() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        var event = next();
        while (event.name().isEmpty()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            event = next();
        }
        assertThat(event).as("the stream goes on").isNotEqualTo(END);
        return event;
    }

    /** Messages of so many publications. */
    List<String> messages(int count) throws InterruptedException {
        var found = new ArrayList<String>();
        while (found.size() < count) {
            found.add(told().json().path("message").asText());
        }
        return found;
    }

    boolean ends() throws InterruptedException {
        var event = next();
        while (event != END) {
            event = next();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
