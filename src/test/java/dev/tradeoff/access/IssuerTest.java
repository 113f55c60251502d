package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issuer that answers wrongly, or not at all, is asked seldom, and is waited for by few. */
class IssuerTest {

    private final AtomicInteger discoveries = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private final SetClock clock = new SetClock();
    private HttpServer server;
    private RsaJsonWebKey key;
    private String address;
    private volatile String named;
    private volatile int discovery = 200;
    private volatile int keys = 200;

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.now();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Z");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException, JoseException {
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("1");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + server.getAddress().getPort() + "/realm";
        named = address;
        server.createContext("/realm/.well-known/openid-configuration", request -> {
            discoveries.incrementAndGet();
            answer(request, discovery, "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(named, address));
        });
        server.createContext("/realm/keys", request -> {
            fetches.incrementAndGet();
            answer(request, keys, new JsonWebKeySet(key).toJson());
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange request, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length);
        try (var out = request.getResponseBody()) {
            out.write(bytes);
        }
    }

    private Issuer issuer(String configured) {
        var settings = new SmallRyeConfigBuilder()
                .withMapping(AccessSettings.class)
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, Duration::parse)
                .withDefaultValue("tradeoff.access.tokens.lifetime", "P90D")
                .withDefaultValue("tradeoff.access.tokens.longest-lifetime", "P366D")
                .withDefaultValue("tradeoff.access.oidc.issuer", configured)
                .build()
                .getConfigMapping(AccessSettings.class);
        return new Issuer(settings, new ObjectMapper(), clock);
    }

    private String token(String keyId, String subject) throws JoseException {
        var claims = new JwtClaims();
        claims.setIssuer(named);
        claims.setSubject(subject);
        claims.setExpirationTimeMinutesInTheFuture(10);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(keyId);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return signature.getCompactSerialization();
    }

    @Test
    void a_slash_at_the_end_makes_no_other_issuer() throws JoseException {
        assertThat(issuer(address + "/").judge(token("1", "ada"))).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void a_document_of_another_issuer_is_not_taken() throws JoseException {
        named = "https://elsewhere.example.com";
        assertThat(issuer(address).judge(token("1", "ada"))).isInstanceOf(Verdict.Undecided.class);
        assertThat(fetches).hasValue(0);
    }

    @Test
    void of_many_who_wait_for_an_issuer_that_fails_one_asks() throws Exception {
        discovery = 500;
        var issuer = issuer(address);
        var token = token("1", "ada");
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var verdict :
                    threads.invokeAll(Collections.<Callable<Verdict>>nCopies(8, () -> issuer.judge(token)))) {
                assertThat(verdict.get()).isInstanceOf(Verdict.Undecided.class);
            }
        }
        assertThat(discoveries).hasValue(1);
        discovery = 200;
        assertThat(issuer.judge(token)).isInstanceOf(Verdict.Undecided.class);
        clock.now = clock.now.plusSeconds(6);
        assertThat(issuer.judge(token)).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void an_issuer_that_does_not_tell_its_keys_is_left_alone_for_a_while() throws JoseException {
        keys = 500;
        var issuer = issuer(address);
        for (int i = 0; i < 5; i++) {
            assertThat(issuer.judge(token("1", "ada"))).isInstanceOf(Verdict.Undecided.class);
        }
        assertThat(fetches).hasValue(1);
        keys = 200;
        clock.now = clock.now.plusSeconds(6);
        assertThat(issuer.judge(token("1", "ada"))).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void a_caller_is_told_from_others_by_the_whole_subject() throws JoseException {
        var issuer = issuer(address);
        var longest = "a".repeat(255);
        assertThat(issuer.judge(token("1", longest)))
                .isInstanceOfSatisfying(
                        Verdict.Admitted.class,
                        admitted -> assertThat(admitted.caller().id()).isEqualTo(longest));
        assertThat(issuer.judge(token("1", longest + "a"))).isInstanceOf(Verdict.Unknown.class);
    }
}
