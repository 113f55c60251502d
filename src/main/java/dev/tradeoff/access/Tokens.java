package dev.tradeoff.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.database.Statements;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The API tokens that were made. */
@ApplicationScoped
class Tokens implements PanacheRepositoryBase<StoredToken, String> {

    /** How exactly the last use is known, so that using a token seldom writes. */
    private static final Duration LAST_USE_PRECISION = Duration.ofMinutes(1);

    private static final String HELD = """
            select owner, roles, secret_digest, expires_at, revoked_at is not null as is_revoked, last_used_at
            from api_token where id = ?""";

    private static final String USED =
            "update api_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)";

    /** A revocation by another replica is seen after so long; one by this replica at once. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final Statements statements;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final Cache<String, Admitted> admittedLately = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final AtomicLong revocations = new AtomicLong();

    Tokens(Statements statements, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.statements = statements;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A token that was good a moment ago.
     *
     * @param revocations how many had been seen before it was looked up
     */
    private record Admitted(Held held, Caller caller, long revocations) {}

    /** Whose token it is, where it was found to be good a moment ago and still is; else it has to be judged. Asks no database. */
    Optional<Caller> recognise(ApiToken token) {
        var last = admittedLately.getIfPresent(token.id());
        var now = clock.instant();
        return last != null
                        && last.revocations == revocations.get()
                        && MessageDigest.isEqual(last.held.secretDigest(), token.digest())
                        && now.isBefore(last.held.expiresAt())
                        && !last.held.isLastUseLongBefore(now)
                ? Optional.of(last.caller)
                : Optional.empty();
    }

    /** Call in the transaction that revokes a token: nothing that was found out before its end counts after it. */
    void forgetAfterwards() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                revocations.incrementAndGet();
            }
        });
    }

    /** Whose token it is, if anybody's. The secret is compared before anything is told about the token. */
    Verdict judge(ApiToken token) {
        long before = revocations.get();
        var held = statements.first(HELD, Held::of, token.id());
        if (held.isEmpty() || !MessageDigest.isEqual(held.get().secretDigest(), token.digest())) {
            return new Verdict.Unknown();
        }
        var caller = held.get().caller(token.id());
        var now = clock.instant();
        if (held.get().isRevoked()) {
            return new Verdict.Rejected(caller, "The token was revoked.");
        }
        if (!now.isBefore(held.get().expiresAt())) {
            return new Verdict.Rejected(caller, "The token has expired.");
        }
        if (held.get().isLastUseLongBefore(now)) {
            statements.change(USED, now, token.id(), now);
        }
        admittedLately.put(token.id(), new Admitted(held.get(), caller, before));
        return new Verdict.Admitted(caller);
    }

    /** What a token is judged by: asked for with every request that has one. */
    private record Held(
            String owner,
            String roles,
            byte[] secretDigest,
            Instant expiresAt,
            boolean isRevoked,
            @Nullable Instant lastUsedAt) {

        static Held of(ResultSet row) throws SQLException {
            var lastUsedAt = row.getObject("last_used_at", OffsetDateTime.class);
            return new Held(
                    row.getString("owner"),
                    row.getString("roles"),
                    row.getBytes("secret_digest"),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("is_revoked"),
                    lastUsedAt == null ? null : lastUsedAt.toInstant());
        }

        boolean isLastUseLongBefore(Instant now) {
            return lastUsedAt == null || lastUsedAt.isBefore(now.minus(LAST_USE_PRECISION));
        }

        Caller caller(String id) {
            return Caller.of(Caller.Kind.TOKEN, owner, id, List.of(roles.split(" ")));
        }
    }

    /** A token's place in the list. */
    record Place(Instant createdAt, String id) {}

    /** Newest first, after the given one. */
    List<StoredToken> page(@Nullable Place after, int limit) {
        var found = after == null
                ? find("order by createdAt desc, id desc")
                : find(
                        "createdAt < ?1 or createdAt = ?1 and id < ?2 order by createdAt desc, id desc",
                        after.createdAt(),
                        after.id());
        return found.page(Page.ofSize(limit)).list();
    }

    int countUpTo(int most) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from (select 1 from api_token limit :most) listed", Long.class)
                        .setParameter("most", most)
                        .getSingleResult())
                .intValue();
    }

    /** Whether anybody could make tokens with a token that is still taken. */
    @Transactional
    boolean haveAdmin() {
        return haveAdminBeside("");
    }

    /** The same, without the token of that id. */
    boolean haveAdminBeside(String id) {
        return count(
                        "revokedAt is null and expiresAt > ?1 and id <> ?2 and roles like '%" + Roles.ADMIN + "%'",
                        clock.instant(),
                        id)
                > 0;
    }

    /** Whether there ever was a token with which others could be made. */
    boolean everHadAdmin() {
        return count("roles like '%" + Roles.ADMIN + "%'") > 0;
    }
}
