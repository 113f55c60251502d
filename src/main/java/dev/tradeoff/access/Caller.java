package dev.tradeoff.access;

import dev.tradeoff.shared.web.Retries;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name whom the audit and the history name
 * @param id of the API token, or the subject of an OIDC token
 * @param roles all that the caller has, included ones too
 */
record Caller(Kind kind, String name, @Nullable String id, Set<String> roles) {

    private static final String ATTRIBUTE = "tradeoff.caller";

    /** The service itself, at work without being asked. */
    static final Caller SERVICE = new Caller(Kind.SERVICE, "tradeoff", null, Set.of());

    static final Caller NOBODY = new Caller(Kind.ANONYMOUS, "anonymous", null, Set.of());

    enum Kind {
        TOKEN,
        OIDC,
        ANONYMOUS,
        SERVICE;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Caller of(Kind kind, String name, String id, Collection<String> roles) {
        return new Caller(kind, name, id, Roles.including(roles));
    }

    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(name))
                .addRoles(roles)
                .addAttribute(ATTRIBUTE, this)
                .addAttribute(Retries.SCOPE, scope())
                .build();
    }

    /** What no two callers share, as they may a name. */
    private String scope() {
        return kind.slug() + ":" + id;
    }

    static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? NOBODY : caller;
    }
}
