package dev.tradeoff.feed;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Few streams are open, none of them to somebody who does not read; where reads are closed, to nobody without a token. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(BoundedStreamsTest.Few.class)
class BoundedStreamsTest {

    public static final class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tradeoff.changes.stream.most", "2",
                    "tradeoff.changes.stream.heartbeat", "100ms",
                    "tradeoff.access.reads", "closed");
        }
    }

    @Inject
    Publishing publishing;

    @Test
    void nobody_follows_without_a_token() throws Exception {
        get(Follower.STREAM).then().statusCode(401);
        get("/feeds/changes.atom").then().statusCode(401);
        get("/api/v1/changes").then().statusCode(401);
        try (var follower = follower("")) {
            publishing.published("closed", "First");
            assertThat(follower.messages(1)).containsExactly("First");
        }
        patiently(BoundedStreamsTest::hasPlace);
    }

    @Test
    void there_is_no_place_for_more_until_somebody_leaves() throws Exception {
        try (var one = follower("");
                var two = follower("")) {
            one.next();
            two.next();
            Service.as("editor")
                    .get(Follower.STREAM)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .contentType("application/problem+json");
            Service.as("editor").head(Follower.STREAM).then().statusCode(200);
        }
        patiently(BoundedStreamsTest::hasPlace);
    }

    @Test
    void a_sign_of_life_says_where_to_go_on_even_if_nothing_concerned_the_reader() throws Exception {
        try (var follower = follower("?comparison=nothing")) {
            follower.next();
            var begin = Long.parseLong(follower.lastId());
            publishing.published("another", "First");
            patiently(() -> {
                follower.next();
                return Long.parseLong(follower.lastId()) > begin;
            });
        }
        patiently(BoundedStreamsTest::hasPlace);
    }

    @Test
    void who_takes_nothing_is_cut_off() throws Exception {
        var slug = publishing.published("slow", "First");
        publishing.publishElsewhere(slug, 150, "m".repeat(100_000)); // more than the connection holds
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4 * 1024);
            socket.connect(new InetSocketAddress("localhost", RestAssured.port));
            socket.getOutputStream()
                    .write(("GET " + Follower.STREAM + "?lastEventId=0&comparison=" + slug
                                    + " HTTP/1.1\r\nHost: localhost\r\n" + "Authorization: Bearer "
                                    + Service.token("editor") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK"); // and nothing more is read
            patiently(BoundedStreamsTest::hasPlace);
        }
    }

    private static Follower follower(String query) throws Exception {
        return Follower.of(query, "Authorization", "Bearer " + Service.token("editor"));
    }

    private static boolean hasPlace() {
        return open() == 0;
    }

    private static int open() {
        var line = request()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(each -> each.startsWith("tradeoff_changes_streams"))
                .findFirst()
                .orElseThrow();
        return (int) Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    private interface Fact {
        boolean holds() throws Exception;
    }

    private static void patiently(Fact fact) throws Exception {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!fact.holds()) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
