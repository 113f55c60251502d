package dev.tradeoff.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be sent to a webhook.
 *
 * @param place of what it tells among all changes; 0 for a ping
 * @param comparison null for a ping, as are its revision and title
 * @param attempts how many were made before
 */
record Delivery(
        UUID id,
        Kind kind,
        long place,
        @Nullable String comparison,
        int revision,
        @Nullable String title,
        Instant createdAt,
        int attempts) {

    enum Kind {
        PUBLISHED,
        ARCHIVED,
        UNARCHIVED,
        PING;

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        /** What receivers know it by. */
        String type() {
            return this == PING ? "webhook.ping" : "comparison." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same however often it is sent. */
    String messageId() {
        return messageId(id);
    }

    static String messageId(UUID id) {
        return "msg_" + id.toString().replace("-", "");
    }
}
