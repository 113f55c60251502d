package dev.tradeoff.access;

import dev.tradeoff.database.StartupFailure;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token of an administrator that the configuration holds. It is never stored; only its digest stays in memory. */
@Singleton
final class AdminToken {

    private static final Pattern FORM = Pattern.compile("tradeoff_[A-Za-z0-9._~+/-]{32,400}=*");
    private static final Caller ADMINISTRATOR =
            Caller.of(Caller.Kind.TOKEN, "admin", "configured", List.of(Roles.ADMIN));

    private final boolean usable;
    private final Optional<byte[]> digest;

    AdminToken(AccessSettings settings) {
        var configured = settings.adminToken().filter(token -> !token.isBlank());
        this.usable = configured.isEmpty() || FORM.matcher(configured.get()).matches();
        this.digest = configured.map(ApiToken::sha256);
    }

    void check(@Observes StartupEvent start) {
        if (!usable) {
            throw new StartupFailure(
                    "tradeoff.access.admin-token (TRADEOFF_ACCESS_ADMIN_TOKEN) must be “tradeoff_” and at least 32 random letters and digits; make one with: echo \"tradeoff_$(openssl rand -hex 32)\"");
        }
    }

    boolean isConfigured() {
        return digest.isPresent();
    }

    /** Takes the same time for whatever is sent. */
    Optional<Caller> recognise(String token) {
        return digest.filter(known -> MessageDigest.isEqual(known, ApiToken.sha256(token)))
                .map(known -> ADMINISTRATOR);
    }
}
