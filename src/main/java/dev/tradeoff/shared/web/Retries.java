package dev.tradeoff.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Answers writes, and answers them once: a request that comes again with its {@code Idempotency-Key} gets the answer that
 * it got, and has no second effect. The key is claimed in the transaction of the effect, so that of two at once one waits
 * for the other, and neither a crash nor a restart parts the answer from the effect.
 */
@ApplicationScoped
public class Retries {

    public static final String KEY = "Idempotency-Key";

    /** Attribute of an identity: a text that it shares with no other. Keys are its own. */
    public static final String SCOPE = "tradeoff.scope";

    /** How long an answer can be had again. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final EntityManager database;
    private final CurrentVertxRequest current;
    private final SecurityIdentity caller;
    private final Bodies bodies;
    private final ObjectMapper json;
    private final Clock clock;

    Retries(
            EntityManager database,
            CurrentVertxRequest current,
            SecurityIdentity caller,
            Bodies bodies,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.current = current;
        this.caller = caller;
        this.bodies = bodies;
        this.json = json;
        this.clock = clock;
    }

    /** Does the work and answers with what it says; a request that was answered before gets that answer. */
    @Transactional
    public RestResponse<byte[]> once(Supplier<Written> work) {
        return once(work, answered -> {}, true);
    }

    /**
     * The same for work whose answer cannot be given twice, since it holds a secret: its body is not kept.
     *
     * @param again says why not, from the location of what the first request created
     */
    @Transactional
    public RestResponse<byte[]> onceUnrepeatable(Supplier<Written> work, Function<String, Refused> again) {
        return once(
                work,
                location -> {
                    throw again.apply(location);
                },
                false);
    }

    private RestResponse<byte[]> once(Supplier<Written> work, Consumer<String> again, boolean keepsBody) {
        var request = current.getCurrent().request();
        var key = request.getHeader(KEY);
        if (key == null || request.method() != HttpMethod.POST) { // others are repeatable by themselves
            return Answer.of(work.get(), json).response();
        }
        if (!PLAIN.matcher(key).matches()) {
            throw new Problem.InvalidHeader(KEY, "An Idempotency-Key is 1 to 200 visible ASCII characters.").refused();
        }
        var claim = new Claim(key, request.uri());
        var before = claim.take();
        if (before.isPresent()) {
            again.accept(Objects.requireNonNullElse(before.get().location(), ""));
            return before.get().response();
        }
        var answer = Answer.of(work.get(), json);
        claim.keep(keepsBody ? answer : answer.withoutBody());
        return answer.response();
    }

    /** One key of one caller for one operation. */
    private final class Claim {

        private final String key;
        private final String address;
        private final byte[] digest = digest(bodies.raw());

        /** @param uri may be longer than an entry of an index: its digest is kept */
        Claim(String key, String uri) {
            this.key = key;
            this.address = HexFormat.of().formatHex(digest(uri.getBytes(StandardCharsets.UTF_8)));
        }

        /** Claims the key; waits while another request has claimed it and is not done. */
        Optional<Answer> take() {
            var now = clock.instant();
            var end = now.minus(KEPT);
            forgetOld(end);
            int claimed;
            try {
                database.createNativeQuery("set local lock_timeout = '5s'").executeUpdate();
                claimed = named(database.createNativeQuery("""
                                insert into idempotent_request (caller, method, path, key, body_digest, created_at)
                                values (:caller, :method, :path, :key, :digest, :now)
                                on conflict on constraint idempotent_request_pk do update set body_digest = excluded.body_digest,
                                created_at = excluded.created_at, status = null, headers = null, body = null
                                where idempotent_request.created_at < :end"""))
                        .setParameter("digest", digest)
                        .setParameter("end", end)
                        .setParameter("now", now)
                        .executeUpdate();
                database.createNativeQuery("set local lock_timeout to default").executeUpdate();
            } catch (LockTimeoutException | PessimisticLockException | LockAcquisitionException e) {
                throw new Problem.Conflict("A request with this Idempotency-Key is still at work; repeat it later.")
                        .refused();
            }
            return claimed == 1 ? Optional.empty() : Optional.of(before());
        }

        /** A few at a time, and those that nobody else is forgetting: nobody waits for another's tidying up. */
        private void forgetOld(Instant end) {
            database.createNativeQuery("""
                            delete from idempotent_request where ctid = any(array(
                            select ctid from idempotent_request where created_at < :end limit 100 for update skip locked))""").setParameter("end", end).executeUpdate();
        }

        private Answer before() {
            var row = (Object[])
                    named(database.createNativeQuery("""
                            select body_digest, status, headers ->> 'Location', headers ->> 'ETag', body
                            from idempotent_request
                            where caller = :caller and method = :method and path = :path and key = :key""", Object[].class)).getSingleResult();
            if (!MessageDigest.isEqual(digest, (byte[]) row[0])) {
                throw new Problem.KeyReused("This Idempotency-Key was sent before with another body; take a new one.")
                        .refused();
            }
            return new Answer((Integer) row[1], (String) row[2], (String) row[3], (byte[]) row[4]);
        }

        void keep(Answer answer) {
            named(database.createNativeQuery("""
                            update idempotent_request set status = :status, body = :body,
                            headers = jsonb_build_object('Location', cast(:location as text), 'ETag', cast(:tag as text))
                            where caller = :caller and method = :method and path = :path and key = :key"""))
                    .setParameter("status", answer.status())
                    .setParameter("body", answer.body())
                    .setParameter("location", answer.location())
                    .setParameter("tag", answer.tag())
                    .executeUpdate();
        }

        private Query named(Query query) {
            return query.setParameter(
                            "caller",
                            Objects.requireNonNullElseGet(caller.getAttribute(SCOPE), caller.getPrincipal()::getName))
                    .setParameter("method", "POST")
                    .setParameter("path", address)
                    .setParameter("key", key);
        }
    }

    /** An answer as it is kept. */
    private record Answer(
            int status, @Nullable String location, @Nullable String tag, byte @Nullable [] body) {

        static Answer of(Written written, ObjectMapper json) {
            try {
                return new Answer(
                        written.status(),
                        written.location(),
                        written.version() == null ? null : "\"" + written.version() + '"',
                        written.body() == null ? null : json.writeValueAsBytes(written.body()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an answer can be written", e);
            }
        }

        Answer withoutBody() {
            return new Answer(status, location, tag, null);
        }

        RestResponse<byte[]> response() {
            var response =
                    RestResponse.ResponseBuilder.<byte[]>create(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
            if (body != null) {
                response.entity(body).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
            }
            if (location != null) {
                response.header(HttpHeaders.LOCATION, location);
            }
            if (tag != null) {
                response.header(HttpHeaders.ETAG, tag);
            }
            return response.build();
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
