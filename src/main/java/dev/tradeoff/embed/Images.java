package dev.tradeoff.embed;

import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What was rendered from one state of a comparison, as an answer that stands for as long as that is the latest. */
@Singleton
final class Images {

    static final String SVG = "image/svg+xml";
    private static final MediaType SVG_TYPE = MediaType.valueOf(SVG);

    private final PublishedStates states;

    Images(PublishedStates states) {
        this.states = states;
    }

    /** @param asked the number of a revision that was asked for; null: the latest */
    Representation of(String svg, String comparison, int revision, @Nullable Integer asked) {
        var answer = svg(svg, asked == null ? Caching.REVALIDATED : Caching.IMMUTABLE);
        return answer.standingWhile(asked == null ? () -> isLatest(comparison, revision) : () -> true);
    }

    static Representation svg(String svg, Caching caching) {
        return Representation.of(SVG_TYPE, svg.getBytes(StandardCharsets.UTF_8), caching)
                .compressed();
    }

    /** For event loops. */
    boolean isLatest(String comparison, int revision) {
        return states.latest(comparison).equals(OptionalInt.of(revision));
    }
}
