package dev.tradeoff.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comparisons as assistants are told them, written as JSON. */
@Singleton
final class Digests {

    /** More than that no assistant reads at once. */
    private static final int LONGEST = 512 * 1024;

    private final Judged.Revisions revisions;
    private final ObjectMapper json;

    Digests(Judged.Revisions revisions, ObjectMapper json) {
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * @param revision its number; null: the latest
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison; the Uni fails so if there is no such
     *     revision, or the parts are too long together
     */
    Uni<String> parts(String comparison, @Nullable Integer revision, Set<Part> parts, Links links) {
        return revisions.tell(comparison, revision, judged -> written(Digest.of(judged, parts, links)));
    }

    /** All parts of the latest revision. */
    Uni<String> whole(String comparison, Links links) {
        return parts(comparison, null, Part.ALL, links);
    }

    /** @throws dev.tradeoff.shared.problem.Refused if it is too long */
    String written(Object told) {
        try {
            var bytes = json.writeValueAsBytes(told);
            if (bytes.length > LONGEST) {
                throw new Problem.TooMuchWork(
                                "The answer would be longer than 512 KiB; ask for less: fewer parts, or a lower limit.")
                        .refused();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is told can be written", e);
        }
    }
}
