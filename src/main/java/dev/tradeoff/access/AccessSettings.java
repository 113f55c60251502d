package dev.tradeoff.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator decides about access. */
@ConfigMapping(prefix = "tradeoff.access")
interface AccessSettings {

    /** A token with the role {@code admin} that stands in the configuration and nowhere else. */
    Optional<String> adminToken();

    /** Who may read what is published. */
    @WithDefault("public")
    Reads reads();

    /** How many attempts without an identity are refused with their reason, for one address in one minute. */
    @WithDefault("60")
    int refusedAttemptsPerMinute();

    Tokens tokens();

    Oidc oidc();

    enum Reads {
        PUBLIC,
        CLOSED
    }

    /** How long the tokens last that the service makes. */
    interface Tokens {
        @WithDefault("90d")
        Duration lifetime();

        @WithDefault("366d")
        Duration longestLifetime();
    }

    /** The OIDC issuer whose tokens are taken; none unless it is named. */
    interface Oidc {
        Optional<String> issuer();

        /** At least one of these must stand in a token's {@code aud}; where none is named, {@code aud} is not looked at. */
        Optional<List<String>> audience();

        @WithDefault("groups")
        String rolesClaim();

        @WithDefault("preferred_username")
        String nameClaim();

        RoleValues roles();
    }

    /** Which values of the claim stand for which role. */
    interface RoleValues {
        @WithDefault("editor")
        List<String> editor();

        @WithDefault("publisher")
        List<String> publisher();

        @WithDefault("admin")
        List<String> admin();
    }
}
