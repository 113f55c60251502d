package dev.tradeoff.feed;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How many may follow, and how they are looked after. */
@ConfigMapping(prefix = "tradeoff.changes.stream")
interface StreamSettings {

    /** So many streams may be open; further ones are answered 503. */
    int most();

    /** So often something is sent on each; who has not taken it by the next time is cut off. */
    Duration heartbeat();
}
