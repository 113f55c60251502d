package dev.tradeoff.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rendered bytes of revisions and of their parts. A revision never changes, so that what is rendered stays right; what
 * has not been asked for lately falls out when the budget is used up, and is rendered again.
 */
@Singleton
final class Renderings {

    private static final String CSV = "text/csv;charset=UTF-8;header=present";

    private final ObjectMapper json;
    private final Cache<Key, Representation> rendered;

    Renderings(
            ObjectMapper json, @ConfigProperty(name = "tradeoff.published.rendered-memory") MemorySize memory) {
        this.json = json;
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue())
                .weigher((Key key, Representation bytes) -> bytes.weight())
                .build();
    }

    /** @param view what of the revision: its path below the comparison */
    private record Key(String comparison, int revision, String view) {}

    Representation whole(PublishedComparison published) {
        return cached(published, "", () -> json(ComparisonView.of(published)));
    }

    Representation state(PublishedComparison published) {
        return cached(published, "state", () -> json(RevisionView.State.of(published)));
    }

    Representation section(PublishedComparison published, Section section) {
        return cached(published, section.path(), () -> json(Items.whole(section.of(published.comparison()))));
    }

    /** @throws dev.tradeoff.shared.problem.Refused if there is no such member */
    Representation member(PublishedComparison published, Section section, String slug) {
        var member = published
                .member(section, slug)
                .orElseThrow(() -> Problem.NotFound.of(
                                section.noun() + " of the comparison " + published.slug() + " named", slug)
                        .refused());
        return cached(published, section.path() + "/" + slug, () -> json(member));
    }

    Representation matrix(PublishedComparison published, boolean transposed, boolean csv) {
        return cached(published, "matrix" + (transposed ? "/transposed" : "") + (csv ? ".csv" : ""), () -> {
            var matrix = MatrixView.of(published, transposed);
            return csv
                    ? Representation.of(CSV, true, MatrixCsv.of(matrix), Caching.REVALIDATED)
                    : Representation.of("application/json", true, bytes(matrix), Caching.REVALIDATED);
        });
    }

    Representation json(Object value) {
        return Representation.json(bytes(value), Caching.REVALIDATED);
    }

    byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of knowledge can be written", e);
        }
    }

    private Representation cached(PublishedComparison published, String view, Supplier<Representation> render) {
        var key = new Key(published.slug(), published.revision().number(), view);
        return rendered.get(key, absent -> render.get().compressed());
    }
}
