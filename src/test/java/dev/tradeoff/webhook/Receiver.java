package dev.tradeoff.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's service that is told of publications. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile Answer answer = exchange -> exchange.sendResponseHeaders(204, -1);

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    exchange.getRequestURI().toString(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("content-type"),
                    exchange.getRequestBody().readAllBytes()));
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=tradeoff";
    }

    /** From now on. */
    void answers(int status) {
        answers(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    void answers(Answer other) {
        answer = other;
    }

    /** The next message. */
    Received next() throws InterruptedException {
        var next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("a message").isNotNull();
        return next;
    }

    boolean hasNone() {
        return received.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    record Received(String path, String id, String timestamp, String signature, String contentType, byte[] body) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        String message() throws IOException {
            return json().at("/data/message").asText();
        }

        /** As the specification says that a receiver verifies it. */
        boolean isSignedWith(String secret) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed = id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8);
            return signature.equals(
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        }
    }
}
