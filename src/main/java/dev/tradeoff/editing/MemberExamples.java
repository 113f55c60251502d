package dev.tradeoff.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.Slugs;
import dev.tradeoff.knowledge.Weakness;
import dev.tradeoff.shared.json.JsonRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What is sent to the operations of a draft's collection, and answered, made of the examples that readers are shown
 * (without what is computed for readers): a member put as it is, added anew, renamed.
 */
record MemberExamples(Section section, ObjectNode member, JsonNode members) {

    private static final String FOLDER = "openapi/examples/";
    private static final String NEW_NAME = "a-better-name";
    private static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper());

    static MemberExamples of(Section section) {
        var type = section.type().getSimpleName();
        return new MemberExamples(section, (ObjectNode) read("get" + type), read("list" + type + "sOfComparison"));
    }

    /** @param operation the id that the code gives it, such as {@code addDraftMember} */
    Object sent(String operation) {
        if (operation.startsWith("rename")) {
            return Map.of("slug", NEW_NAME);
        }
        var sent = member.deepCopy();
        if (operation.startsWith("add")) {
            sent.remove("slug");
        }
        return JSON.convertValue(sent, Map.class);
    }

    Object answered(String operation) {
        var answered = member.deepCopy();
        if (operation.startsWith("add")) {
            answered.put("slug", added());
        } else if (operation.startsWith("rename")) {
            answered.put("slug", NEW_NAME);
        }
        return JSON.convertValue(operation.startsWith("list") ? members : answered, Map.class);
    }

    /** The slug made of its name; where the member itself has that one, the next. */
    private String added() {
        var made = Slugs.from(JSON.convertValue(member, section.type()).label());
        return made.equals(member.path("slug").asText()) ? made + "-2" : made;
    }

    private static JsonNode read(String name) {
        var file = FOLDER + name + ".json";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            var example = JSON.readTree(in);
            example.findParents(Weakness.FIELD).forEach(parent -> ((ObjectNode) parent).remove(Weakness.FIELD));
            return example;
        } catch (IOException e) {
            throw new UncheckedIOException("the example " + file + " cannot be read", e);
        }
    }
}
