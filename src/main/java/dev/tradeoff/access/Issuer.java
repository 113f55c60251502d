package dev.tradeoff.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * The OIDC issuer whose tokens are taken besides our own, where one is configured. It is asked for its keys when its first
 * token comes, not at start, so that the service runs while the issuer does not.
 */
@Singleton
final class Issuer {

    private static final Logger LOG = Logger.getLogger(Issuer.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int CLOCK_SKEW_SECONDS = 30;

    /** However many unknown keys are named, the issuer's are fetched anew once in this time. */
    private static final long KEYS_AT_MOST_EVERY_MILLIS = TimeUnit.SECONDS.toMillis(10);

    /** Where fetching has failed, nobody else waits for it during this time. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    /** OpenID Connect Core 1.0, 2. */
    private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,255}");

    /** Signatures by key pairs only: what is signed with a shared secret, or not at all, is nobody's. */
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.RSA_USING_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA384,
            AlgorithmIdentifiers.RSA_USING_SHA512,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
            AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
            AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512);

    /** What is wrong with a token whose signature was found to be the issuer's. */
    private static final Map<Integer, String> WHY = Map.of(
            ErrorCodes.EXPIRED, "The token has expired.",
            ErrorCodes.EXPIRATION_MISSING, "The token never expires, and such tokens are not taken.",
            ErrorCodes.NOT_YET_VALID, "The token is not valid yet.",
            ErrorCodes.AUDIENCE_INVALID, "The token was issued for another service.",
            ErrorCodes.AUDIENCE_MISSING, "The token does not say for which service it was issued.");

    private final AccessSettings.Oidc settings;
    private final Optional<String> address;
    private final ObjectMapper json;
    private final Clock clock;
    private final Lock discovering = new ReentrantLock();
    private volatile @Nullable JwtConsumer consumer;
    private volatile long failedAt;

    Issuer(AccessSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings.oidc();
        this.address = settings.oidc().issuer().filter(url -> !url.isBlank());
        this.json = json;
        this.clock = clock;
    }

    boolean isConfigured() {
        return address.isPresent();
    }

    /** Call off the event loop: the issuer may have to be asked for its keys. */
    Verdict judge(String token) {
        if (address.isEmpty()) {
            return new Verdict.Unknown();
        }
        try {
            return new Verdict.Admitted(caller(consumer(address.get()).processToClaims(token)));
        } catch (InvalidJwtException e) {
            return rejected(e);
        } catch (MalformedClaimException e) {
            return new Verdict.Unknown();
        } catch (IOException e) {
            LOG.warnf("The OIDC issuer %s does not tell its keys: %s", address.get(), e.getMessage());
            return unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable();
        }
    }

    private static Verdict.Undecided unreachable() {
        return new Verdict.Undecided("The issuer of the token is out of reach, so that the token cannot be checked.");
    }

    /** Claims of a token are looked at only after its signature; errors in claims alone therefore tell who sent it. */
    private Verdict rejected(InvalidJwtException e) {
        if (hasCause(e, IOException.class)) {
            LOG.warnf("The OIDC issuer does not tell its keys");
            return unreachable();
        }
        boolean genuine = !e.getErrorDetails().isEmpty()
                && e.getErrorDetails().stream().allMatch(error -> WHY.containsKey(error.getErrorCode()));
        if (!genuine || e.getJwtContext() == null) {
            return new Verdict.Unknown();
        }
        try {
            return new Verdict.Rejected(
                    caller(e.getJwtContext().getJwtClaims()),
                    Objects.requireNonNull(
                            WHY.get(e.getErrorDetails().getFirst().getErrorCode())));
        } catch (MalformedClaimException malformed) {
            return new Verdict.Unknown();
        }
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The subject is kept as it is, for it tells one caller from another. */
    private Caller caller(JwtClaims claims) throws MalformedClaimException {
        var subject = String.valueOf(claims.getSubject());
        if (!SUBJECT.matcher(subject).matches()) {
            throw new MalformedClaimException("the subject is too long, or cannot be shown");
        }
        var name =
                claims.getClaimValue(settings.nameClaim()) instanceof String text && !text.isBlank() ? text : subject;
        return Caller.of(Caller.Kind.OIDC, Shown.name(name), subject, roles(claims));
    }

    private Collection<String> roles(JwtClaims claims) {
        var values = values(claims.getClaimsMap(), settings.rolesClaim());
        var roles = new ArrayList<String>();
        var mapped = settings.roles();
        add(roles, Roles.EDITOR, mapped.editor(), values);
        add(roles, Roles.PUBLISHER, mapped.publisher(), values);
        add(roles, Roles.ADMIN, mapped.admin(), values);
        return roles;
    }

    private static void add(Collection<String> roles, String role, List<String> standFor, Set<String> values) {
        if (standFor.stream().anyMatch(values::contains)) {
            roles.add(role);
        }
    }

    /**
     * The values of a claim: of that name, or else found along the path that its slashes make. A text is a list of
     * words, as {@code scope} is.
     */
    private static Set<String> values(Map<?, ?> claims, String path) {
        Object value = claims.get(path);
        if (value == null) {
            value = claims;
            for (var step : path.split("/")) {
                value = value instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        return switch (value) {
            case String words -> Arrays.stream(words.split("\\s+")).collect(Collectors.toSet());
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }

    private JwtConsumer consumer(String issuer) throws IOException, InterruptedException {
        var known = consumer;
        if (known == null) {
            discovering.lock();
            try {
                known = consumer;
                if (known == null) {
                    known = build(fetched(() -> discover(issuer)));
                    consumer = known;
                }
            } finally {
                discovering.unlock();
            }
        }
        return known;
    }

    private interface Fetch<T> {
        T get() throws IOException, InterruptedException;
    }

    /** Asks the issuer, unless it has failed to answer lately: callers that waited for that do not wait once more each. */
    private <T> T fetched(Fetch<T> fetch) throws IOException, InterruptedException {
        if (clock.millis() - failedAt < RECOVERY.toMillis()) {
            throw new IOException("it has failed to answer lately");
        }
        try {
            return fetch.get();
        } catch (IOException e) {
            failedAt = clock.millis();
            throw e;
        }
    }

    /** What the issuer says of itself (OpenID Connect Discovery 1.0). */
    private record Discovered(String issuer, String keys) {}

    private Discovered discover(String issuer) throws IOException, InterruptedException {
        var uri = URI.create(withoutSlash(issuer) + "/.well-known/openid-configuration");
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(uri + " answers " + answer.statusCode());
            }
            var document = json.readTree(answer.body());
            if (!document.path("issuer").isTextual()
                    || !document.path("jwks_uri").isTextual()) {
                throw new IOException(uri + " names no issuer, or no jwks_uri");
            }
            var named = document.path("issuer").asText();
            if (!withoutSlash(named).equals(withoutSlash(issuer))) {
                throw new IOException(uri + " is the document of another issuer, " + named);
            }
            return new Discovered(named, document.path("jwks_uri").asText());
        }
    }

    private static String withoutSlash(String url) {
        return url.replaceFirst("/+$", "");
    }

    private JwtConsumer build(Discovered discovered) {
        var get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        var keys = new HttpsJwks(discovered.keys());
        keys.setSimpleHttpGet(location -> {
            try {
                return fetched(() -> get.get(location));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException();
            }
        });
        keys.setRefreshReprieveThreshold(KEYS_AT_MOST_EVERY_MILLIS);
        keys.setRetainCacheOnErrorDuration(TimeUnit.HOURS.toSeconds(1));
        var builder = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setExpectedIssuer(discovered.issuer())
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS);
        settings.audience()
                .ifPresentOrElse(
                        audience -> builder.setExpectedAudience(audience.toArray(String[]::new)),
                        builder::setSkipDefaultAudienceValidation);
        return builder.build();
    }
}
