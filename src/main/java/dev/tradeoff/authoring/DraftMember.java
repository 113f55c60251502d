package dev.tradeoff.authoring;

import dev.tradeoff.knowledge.Section;
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

    void take(String newDocument, long newVersion) {
        this.document = newDocument;
        this.version = newVersion;
    }

    Section section() {
        return Section.ofField(id.section())
                .orElseThrow(() -> new IllegalStateException(
                        "the database holds a member of an unknown collection: " + id.section()));
    }

    /** @param section the collection's field name in the document */
    @Embeddable
    record Id(String comparison, String section, String slug) {}
}
