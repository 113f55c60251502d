package dev.tradeoff.portal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the service stands in Backstage's catalogue. */
@ConfigMapping(prefix = "tradeoff.portal.backstage")
interface BackstageSettings {

    /** Of the component and of the API. */
    String name();

    /** A reference to a group or a user, {@code group:default/platform} say. */
    String owner();

    /** {@code production}, {@code experimental}, {@code deprecated}, or what else the catalogue has. */
    String lifecycle();

    /** The system that both are part of. */
    Optional<String> system();
}
