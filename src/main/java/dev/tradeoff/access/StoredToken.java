package dev.tradeoff.access;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API token as the database keeps it: without its secret. */
@Entity
@Table(name = "api_token")
class StoredToken {

    @Id
    String id;

    String name;
    String owner;
    String roles;
    byte[] secretDigest;
    Instant createdAt;
    String createdBy;
    Instant expiresAt;

    @Nullable
    Instant revokedAt;

    @Nullable
    String revokedBy;

    @Nullable
    Instant lastUsedAt;

    protected StoredToken() {}

    StoredToken(
            ApiToken token,
            String name,
            String owner,
            List<String> roles,
            Instant createdAt,
            String createdBy,
            Instant expiresAt) {
        this.id = token.id();
        this.name = name;
        this.owner = owner;
        this.roles = String.join(" ", roles);
        this.secretDigest = token.digest();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.expiresAt = expiresAt;
    }

    List<String> roleList() {
        return List.of(roles.split(" "));
    }
}
