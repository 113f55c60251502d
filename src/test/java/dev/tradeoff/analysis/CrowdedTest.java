package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.WEIGHTS;
import static dev.tradeoff.analysis.Asking.post;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With little memory for the bodies that anybody may send. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(CrowdedTest.LittleMemory.class)
class CrowdedTest {

    private static final String SMALL = "{\"order\": [\"a\", \"b\"]}";
    private static final String LARGE = SMALL + " ".repeat(2_000);

    @TestHTTPResource
    URI service;

    public static final class LittleMemory implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tradeoff.computing.bodies-memory", "1K");
        }
    }

    @Test
    void what_there_is_no_memory_for_is_to_be_sent_again_later() {
        post(WEIGHTS, LARGE)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1");
    }

    @Test
    void memory_is_given_back_with_each_answer() {
        for (int i = 0; i < 100; i++) {
            post(WEIGHTS, SMALL).then().statusCode(200);
            post(WEIGHTS, LARGE).then().statusCode(503);
        }
    }

    @Test
    @Timeout(30)
    void memory_is_given_back_by_clients_that_go_away() throws IOException {
        var half = SMALL + " ".repeat(800);
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + WEIGHTS
                                    + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
                                    + half)
                            .getBytes(StandardCharsets.US_ASCII));
            while (post(WEIGHTS, half).statusCode() == 200) {
                Thread.onSpinWait();
            }
        }
        while (post(WEIGHTS, half).statusCode() == 503) {
            Thread.onSpinWait();
        }
        post(WEIGHTS, half).then().statusCode(200);
    }

    @Test
    void whoever_may_write_is_not_concerned() {
        Service.as("admin")
                .contentType("application/json")
                .body("{\"no-such-field\": \"" + "a".repeat(2_000) + "\"}")
                .put(Service.FIRST + "/draft")
                .then()
                .statusCode(400);
    }
}
