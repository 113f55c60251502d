package dev.tradeoff.authoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What was loaded of one piece of the bundled content, and the version in which loading left it. */
@Entity
@Table(name = "bundled_content")
class BundledContentRecord {

    @EmbeddedId
    Id id;

    String digest = "";
    long version;

    protected BundledContentRecord() {}

    BundledContentRecord(Id id) {
        this.id = id;
    }

    boolean isOutdated(String currentDigest) {
        return !digest.equals(currentDigest);
    }

    @Embeddable
    record Id(String kind, String slug) {}
}
