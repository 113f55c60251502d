package dev.tradeoff.authoring;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What was loaded of one piece of content, from where, and the version in which loading left it. */
@Entity
@Table(name = "loaded_content")
class LoadedPiece {

    @EmbeddedId
    Id id;

    String source = "";
    String digest = "";
    long version;

    protected LoadedPiece() {}

    LoadedPiece(Id id) {
        this.id = id;
    }

    @Embeddable
    record Id(String kind, String slug) {}
}
