package dev.tradeoff.authoring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A comparison's own row: the header and version of its draft, if it has one, and which revision is the latest. */
@Entity
@Table(name = "comparison")
class StoredComparison {

    @Id
    String slug;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String draftHeader;

    @Nullable
    Long draftVersion;

    @Nullable
    Integer publishedRevision;

    @Nullable
    Long lastChange;

    Instant createdAt;

    @Nullable
    Instant archivedAt;

    protected StoredComparison() {}

    StoredComparison(String slug, Instant createdAt) {
        this.slug = slug;
        this.createdAt = createdAt;
    }
}
