package dev.tradeoff.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.shared.json.JsonFaults;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch (RFC 7396). */
@Singleton
final class MergePatch {

    private final ObjectMapper json;

    MergePatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The value as the patch leaves it.
     *
     * @param before null for a patch of nothing
     * @throws dev.tradeoff.shared.problem.Refused if what comes out is not of that shape
     */
    <T> T apply(JsonNode patch, @Nullable T before, Class<T> type) {
        var target = before == null ? json.createObjectNode() : json.valueToTree(before);
        try {
            return json.treeToValue(merged(target, patch), type);
        } catch (IOException e) {
            throw JsonFaults.problem(e).refused();
        }
    }

    /** Refuses a patch that names what such a value does not have, whatever the value is. */
    void check(JsonNode patch, Class<?> type) {
        apply(patch, null, type);
    }

    /** The algorithm of section 2. */
    private JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : json.createObjectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.get(change.getKey()), change.getValue()));
            }
        });
        return result;
    }
}
