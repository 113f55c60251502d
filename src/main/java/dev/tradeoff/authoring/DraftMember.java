package dev.tradeoff.authoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One member of a draft: one factor, claim, FAQ, …. */
@Entity
@Table(name = "draft_member")
class DraftMember {

    @EmbeddedId
    Id id;

    int position;
    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    String document = "{}";

    protected DraftMember() {}

    DraftMember(Id id) {
        this.id = id;
    }

    /** @param section the collection's field name in the document */
    @Embeddable
    record Id(String comparison, String section, String slug) {}
}
