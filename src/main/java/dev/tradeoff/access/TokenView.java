package dev.tradeoff.access;

import dev.tradeoff.shared.web.PageInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token as it is shown: never its secret, nor what is kept of that. */
@Schema(name = "Token", description = "An API token, without its secret.")
record TokenView(
        @Schema(description = "The part of the token after `tradeoff_`, which may be known.")
        String id,

        String name,

        @Schema(description = "Who answers for what is done with it.")
        String owner,

        @Schema(description = "The roles that it was given; each includes those before it.")
        List<String> roles,

        @Schema(description = "`active`, `expired` or `revoked`.")
        String state,

        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,

        @Schema(description = "When it was last used, to the minute; null: never.") @Nullable
        Instant lastUsedAt) {

    static TokenView of(StoredToken token, Instant now) {
        var state = token.revokedAt != null ? "revoked" : now.isBefore(token.expiresAt) ? "active" : "expired";
        return new TokenView(
                token.id,
                token.name,
                token.owner,
                token.roleList(),
                state,
                token.createdAt,
                token.createdBy,
                token.expiresAt,
                token.revokedAt,
                token.revokedBy,
                token.lastUsedAt);
    }

    @Schema(name = "TokenPage", description = "A page of tokens.")
    record Page(List<TokenView> items, PageInfo page) {}

    /** A token just made: the only answer that ever shows its secret. */
    @Schema(name = "CreatedToken", description = "A token just made. Its text is shown this once.")
    record Created(
            String id,

            @Schema(description = "The whole token, to be sent as `Authorization: Bearer …`. Nobody can show it again.")
            String token,

            String name,
            String owner,
            List<String> roles,
            Instant createdAt,
            String createdBy,
            Instant expiresAt) {

        static Created of(StoredToken stored, ApiToken token) {
            return new Created(
                    stored.id,
                    token.text(),
                    stored.name,
                    stored.owner,
                    stored.roleList(),
                    stored.createdAt,
                    stored.createdBy,
                    stored.expiresAt);
        }

        /** Without the secret: a record's own would end in a log one day. */
        @Override
        public String toString() {
            return ApiToken.PREFIX + id;
        }
    }
}
