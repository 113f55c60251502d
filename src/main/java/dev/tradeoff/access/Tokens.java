package dev.tradeoff.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API tokens that were made. */
@ApplicationScoped
class Tokens implements PanacheRepositoryBase<StoredToken, String> {

    /** How exactly the last use is known, so that using a token seldom writes. */
    private static final Duration LAST_USE_PRECISION = Duration.ofMinutes(1);

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** Whose token it is, if anybody's. The secret is compared before anything is told about the token. */
    @Transactional
    Verdict judge(ApiToken token) {
        var stored = findById(token.id());
        if (stored == null || !MessageDigest.isEqual(stored.secretDigest, token.digest())) {
            return new Verdict.Unknown();
        }
        var now = clock.instant();
        if (stored.revokedAt != null) {
            return new Verdict.Rejected(stored.caller(), "The token was revoked.");
        }
        if (!now.isBefore(stored.expiresAt)) {
            return new Verdict.Rejected(stored.caller(), "The token has expired.");
        }
        if (stored.lastUsedAt == null || stored.lastUsedAt.isBefore(now.minus(LAST_USE_PRECISION))) {
            update("lastUsedAt = ?1 where id = ?2 and (lastUsedAt is null or lastUsedAt < ?1)", now, stored.id);
        }
        return new Verdict.Admitted(stored.caller());
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
                                "select count(*) from (select 1 from api_token limit :most) some", Long.class)
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
