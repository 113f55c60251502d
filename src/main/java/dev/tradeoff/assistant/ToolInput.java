package dev.tradeoff.assistant;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.shared.json.JsonFaults;
import dev.tradeoff.shared.problem.Problem;
import io.quarkiverse.mcp.server.RawMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments of a call, read as strictly as bodies are: what is unknown, or of another type, is refused and named. */
final class ToolInput {

    private static final int LONGEST_QUESTION = 200;

    private ToolInput() {}

    /**
     * The arguments as an object; an empty one if there are none.
     *
     * @throws dev.tradeoff.shared.problem.Refused if they are no object
     */
    static ObjectNode arguments(RawMessage message, ObjectMapper json) {
        try {
            var arguments = json.readTree(message.asString()).path("params").path("arguments");
            if (arguments.isMissingNode() || arguments.isNull()) {
                return json.createObjectNode();
            }
            if (arguments instanceof ObjectNode object) {
                return object;
            }
            throw wrong("", "must be an object");
        } catch (IOException e) {
            throw JsonFaults.problem(e).refused();
        }
    }

    /** @throws dev.tradeoff.shared.problem.Refused if one is unknown, or none of its type */
    static <T> T as(Class<T> type, ObjectNode arguments, ObjectMapper json) {
        try {
            return json.readerFor(type).readValue(arguments);
        } catch (JacksonException e) {
            var flaw = JsonFaults.flaw(e);
            throw wrong(flaw.pointer(), flaw.detail());
        } catch (IOException e) {
            throw new UncheckedIOException("a tree is read without a stream", e);
        }
    }

    private static RuntimeException wrong(String pointer, String detail) {
        return new Problem.InvalidBody(
                        (pointer.isEmpty() ? "The arguments as a whole" : "The argument " + pointer.substring(1)) + " "
                                + detail + ".",
                        List.of(new Problem.Flaw(pointer, detail)))
                .refused();
    }

    static @Nullable String text(String name, ObjectNode arguments) {
        var value = arguments.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong("/" + name, "must be text");
        }
        return value.asText();
    }

    static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw wrong("/" + name, "is missing");
        }
        return value;
    }

    static @Nullable String question(@Nullable String words) {
        if (words != null && words.length() > LONGEST_QUESTION) {
            throw wrong("/query", "must be at most " + LONGEST_QUESTION + " characters");
        }
        return words;
    }

    static int limit(@Nullable Integer limit, int usual, int most) {
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > most) {
            throw wrong("/limit", "must be a whole number from 1 to " + most);
        }
        return limit;
    }

    static @Nullable Integer revision(@Nullable Integer revision) {
        if (revision != null && revision < 1) {
            throw wrong("/revision", "must be a whole number from 1");
        }
        return revision;
    }

    /** What is searched. */
    record Searching(
            @Nullable String query,
            @Nullable String kind,
            @Nullable String comparison,
            @Nullable String technology,
            @Nullable Integer limit) {

        Set<String> kinds() {
            return kind == null ? Set.of() : Set.of(kind);
        }
    }

    /** Which comparisons are listed. */
    record Listing(
            @Nullable String query,
            @Nullable String technology,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /** Which claims are listed. */
    record ListingClaims(
            @Nullable String query,
            @Nullable String comparison,
            @Nullable String technology,
            @Nullable String metric,
            @Nullable String issue,
            @Nullable Integer limit,
            @Nullable String cursor) {}

    /** What of a comparison is read. */
    record Reading(
            @Nullable String comparison,
            @Nullable Integer revision,
            @Nullable List<Part> parts) {}
}
