package dev.tradeoff.access;

import dev.tradeoff.shared.web.PageInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who did what, or was refused what. */
@Schema(name = "AuditEntry", description = "Who did what when, to what, from where; or was refused it.")
record AuditEntry(
        @Schema(description = "Newer entries have higher numbers; some numbers are left out.")
        long id,

        @Schema(description = "When; of counted attempts, the minute.")
        Instant at,

        @Schema(
                description =
                        "The owner of the API token, the name in the OIDC token, `tradeoff` for the service itself, or `anonymous`.")
        String actor,

        @Schema(description = "`token`, `oidc`, `service` or `anonymous`.")
        String actorKind,

        @Schema(
                description =
                        "Id of the API token (`configured` for the one in the configuration), or subject of the OIDC token.")
        @Nullable
        String actorId,

        @Schema(description = "All roles that the actor had.")
        List<String> roles,

        @Schema(description = "The network address that the request came from; null for the service itself.") @Nullable
        String address,

        @Schema(description = "What was done or asked for, a verb and its object; `attempt` for counted attempts.")
        String action,

        @Schema(description = "Address of what was changed, or was asked for.") @Nullable
        String target,

        @Schema(description = "`done` or `refused`.") String outcome,

        @Schema(description = "The answer's `X-Request-Id`.") @Nullable
        String requestId,

        @Schema(description = "1; of attempts without an identity, how many came from the address in the minute.")
        long count,

        @Schema(description = "Of counted attempts, when the last one came.") @Nullable
        Instant lastAt,

        @Schema(description = "What else matters to the action; for what was refused, the `reason`.") @Nullable
        Map<String, Object> details) {

    @Schema(name = "AuditPage", description = "A page of the audit.")
    record Page(List<AuditEntry> items, PageInfo page) {}
}
