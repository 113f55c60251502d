package dev.tradeoff.technology;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A technology as it stands in the database. */
@Entity
@Table(name = "technology")
class StoredTechnology {

    @Id
    String slug;

    String name = "";
    String kind = "";

    @Nullable String partOf;

    String summary = "";

    @Nullable String url;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "technology_alias", joinColumns = @JoinColumn(name = "technology"))
    @Column(name = "alias")
    @OrderColumn(name = "position")
    List<String> aliases = new ArrayList<>();

    long version;
    long lastChange;
    Instant updatedAt = Instant.EPOCH;

    protected StoredTechnology() {}

    StoredTechnology(String slug) {
        this.slug = slug;
    }

    void take(Technology technology, long version, long change, Instant now) {
        this.name = technology.name();
        this.kind = Objects.requireNonNull(technology.kind()).name();
        this.partOf = technology.partOf();
        this.summary = technology.summary();
        this.url = technology.url();
        if (!aliases.equals(technology.aliases())) {
            aliases.clear();
            aliases.addAll(technology.aliases());
        }
        this.version = version;
        this.lastChange = change;
        this.updatedAt = now;
    }

    Technology value() {
        return new Technology(slug, name, Technology.Kind.valueOf(kind), aliases, partOf, summary, url);
    }
}
