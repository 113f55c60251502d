package dev.tradeoff.webhook;

import dev.tradeoff.shared.web.PageInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook as it is shown: never its secret. */
@Schema(name = "Webhook", description = "A webhook, without its secret.")
record WebhookView(
        String id,
        @Schema(description = "Where messages are sent.") String url,
        @Nullable String comparison,

        @Schema(description = "Slug of the technology.") @Nullable
        String technology,

        String description,

        @Schema(description = "`active`, or `disabled`, since the receiver answered 410.")
        String state,

        Instant createdAt,
        String createdBy,
        @Nullable Instant disabledAt,

        @Schema(description = "Messages that are still to be sent, now or again.", minimum = "0")
        int waiting,

        @Schema(description = "The message that was sent last.") @Nullable
        Attempt lastDelivery) {

    @Schema(name = "WebhookDelivery", description = "A message, and what became of it.")
    record Attempt(
            @Schema(description = "The `webhook-id` that it is sent with.")
            String id,

            @Schema(
                    description =
                            "`comparison.published`, `comparison.archived`, `comparison.unarchived` or `webhook.ping`.")
            String type,

            @Schema(description = "`waiting`, `delivered` or `given-up`.")
            String state,

            @Schema(description = "How often it was sent.", minimum = "0")
            int attempts,

            @Nullable Instant attemptedAt,

            @Schema(description = "What the receiver answered last.") @Nullable
            Integer status,

            @Schema(description = "Why it was not taken.") @Nullable
            String failure,

            @Schema(description = "When it is sent again.") @Nullable
            Instant nextAttemptAt) {}

    @Schema(name = "WebhookList", description = "All webhooks, newest first.")
    record All(List<WebhookView> items, PageInfo page) {}

    /** A webhook just made: the only answer that ever shows its secret. */
    @Schema(name = "CreatedWebhook", description = "A webhook just made. Its secret is shown this once.")
    record Created(
            String id,
            String url,
            @Nullable String comparison,
            @Nullable String technology,
            String description,

            @Schema(description = "What its messages are signed with. Nobody can show it again.")
            String secret,

            Instant createdAt,
            String createdBy) {

        /** Without the secret: a record's own would end in a log one day. */
        @Override
        public String toString() {
            return id;
        }
    }
}
