package dev.tradeoff.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rendered bytes of revisions and of their parts. A revision never changes, so that what is rendered stays right; what
 * has not been asked for lately falls out when the budget is used up, and is rendered again.
 */
@Singleton
final class Renderings {

    private final ReadersJson json;
    private final Cache<Key, Representation> rendered;

    Renderings(ReadersJson json, @ConfigProperty(name = "tradeoff.published.rendered-memory") MemorySize memory) {
        this.json = json;
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue())
                .weigher((Key key, Representation bytes) -> bytes.weight())
                .build();
    }

    /** @param view the path of the view */
    private record Key(String comparison, int revision, String view) {}

    /** If it is rendered already. */
    Optional<Representation> held(String comparison, int revision, View view) {
        return Optional.ofNullable(rendered.getIfPresent(new Key(comparison, revision, view.path())));
    }

    /** Renders and compresses it, unless it is held; call off the event loop. */
    Representation of(PublishedComparison published, View view) {
        return rendered.get(
                new Key(published.slug(), published.number(), view.path()), absent -> render(published, view));
    }

    /** The whole comparison, which is kept elsewhere. */
    Representation whole(PublishedComparison published) {
        return render(published, View.WHOLE);
    }

    private Representation render(PublishedComparison published, View view) {
        return view.render()
                .apply(published, this)
                .at(published.revision().change())
                .compressed();
    }

    Representation json(Object value) {
        return Representation.of(bytes(value), Caching.REVALIDATED);
    }

    /** A part of a comparison, which may rest on weak claims. */
    Representation json(PublishedComparison published, Object part) {
        return Representation.of(json.bytes(part, published.evidence()), Caching.REVALIDATED);
    }

    byte[] bytes(Object value) {
        return json.bytes(value);
    }
}
