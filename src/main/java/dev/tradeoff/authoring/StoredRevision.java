package dev.tradeoff.authoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A published state of a comparison; the database refuses to change it. */
@Entity
@Immutable
@Table(name = "revision")
class StoredRevision {

    @EmbeddedId
    Id id;

    Instant publishedAt;
    String publishedBy;
    String message;
    long change;

    @JdbcTypeCode(SqlTypes.JSON)
    String document;

    protected StoredRevision() {}

    StoredRevision(Id id, Instant publishedAt, String publishedBy, String message, long change, String document) {
        this.id = id;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
        this.message = message;
        this.change = change;
        this.document = document;
    }

    @Embeddable
    record Id(String comparison, int number) {}
}
