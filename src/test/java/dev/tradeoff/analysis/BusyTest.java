package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.ANALYSES;
import static dev.tradeoff.analysis.Asking.WEIGHTS;
import static dev.tradeoff.analysis.Asking.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.shared.web.Computing;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While others have taken all the computing there is. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@Timeout(60)
class BusyTest {

    /** Of each lane, as the configuration says. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final String BODY = "{\"order\": [\"a\", \"b\"]}";

    @Inject
    Computing computing;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource
    URI service;

    private final CountDownLatch begun = new CountDownLatch(THREADS);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void takeEveryThread() throws InterruptedException {
        for (int i = 0; i < THREADS; i++) {
            hold();
        }
        begun.await();
    }

    @AfterEach
    void goOn() {
        goOn.countDown();
        while (waiting() > 0) {
            Thread.onSpinWait();
        }
    }

    private CompletableFuture<String> hold() {
        return computing.run(1, this::work).subscribeAsCompletionStage();
    }

    private String work() {
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("stopped");
        }
        return "done";
    }

    private double waiting() {
        return metrics.get("tradeoff.computing.waiting")
                .tag("lane", "quick")
                .gauge()
                .value();
    }

    @Test
    void whoever_asks_is_told_when_to_come_again_and_readers_notice_nothing() {
        var last = hold();
        while (!last.isCompletedExceptionally()) {
            last = hold();
        }
        for (var address : new String[] {ANALYSES, WEIGHTS}) {
            post(address, BODY)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .header("Cache-Control", "no-store");
        }
        Service.get(Service.FIRST).then().statusCode(200);
        Service.get("/api/v1/methods").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains(
                        "tradeoff_computing_waiting{lane=\"quick\"} 256.0",
                        "tradeoff_computing_refused_total{lane=\"quick\",reason=\"busy\"}");
    }

    @Test
    void the_place_of_a_client_that_goes_away_is_free() throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + WEIGHTS
                                    + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                                    + BODY.length() + "\r\n\r\n" + BODY)
                            .getBytes(StandardCharsets.US_ASCII));
            while (waiting() == 0) {
                Thread.onSpinWait();
            }
        }
        while (waiting() > 0) {
            Thread.onSpinWait();
        }
        assertThat(waiting()).isZero();
    }
}
