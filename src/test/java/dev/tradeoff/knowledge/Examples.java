package dev.tradeoff.knowledge;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.shared.json.JsonRules;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One small comparison that may be published, and the same with something changed in its document. */
public final class Examples {

    static final Set<String> TECHNOLOGIES = Set.of("kafka", "pulsar", "bookkeeper");

    private static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper());

    private static final String COMPARISON = """
            {"slug": "kafka-vs-pulsar", "title": "Kafka or Pulsar", "question": "Which log should carry our events?",
             "summary": "Both keep events.", "tags": ["messaging", "backend"],
             "options": [
               {"slug": "kafka", "technology": "kafka", "name": "Apache Kafka", "tagline": "A log", "summary": "Brokers.",
                "bestFor": ["Streams", "Pipelines"], "verdict": "Take Kafka for streams."},
               {"slug": "pulsar", "technology": "pulsar", "name": "Apache Pulsar", "tagline": "Queues too", "summary": "Tiers.",
                "bestFor": ["Many tenants"], "verdict": "Take Pulsar for tenants."}],
             "topics": [{"slug": "speed", "name": "Speed", "summary": "How fast."},
                        {"slug": "upkeep", "name": "Upkeep", "summary": "How much work."}],
             "factors": [
               {"slug": "operations", "name": "Operations", "topic": "upkeep", "question": "How much is there to run?",
                "kind": "rating", "weight": 3, "scale": {"1": "A team", "3": "A person", "5": "Nobody"},
                "assessments": [
                  {"option": "kafka", "verdict": "One system", "score": 4, "confidence": "moderate",
                   "rationale": "Brokers only.", "claims": ["kafka-licence"]},
                  {"option": "pulsar", "verdict": "Two systems", "score": null, "scoreState": "unknown", "confidence": "low",
                   "rationale": "Nobody has told.", "claims": []}]},
               {"slug": "latency", "name": "Latency", "topic": "speed", "question": "How long does a message take?",
                "kind": "measure", "weight": 2, "unit": "ms", "direction": "lower", "worst": 100, "best": 5,
                "notApplicable": "worst",
                "assessments": [
                  {"option": "kafka", "verdict": "Short", "score": null, "value": 12, "confidence": "high",
                   "rationale": "Measured here.", "claims": []},
                  {"option": "pulsar", "verdict": "Shorter", "score": null, "confidence": "moderate",
                   "rationale": "Measured there.", "claims": ["pulsar-latency"]}]}],
             "findings": [{"slug": "pulsar-tiers", "option": "pulsar", "topic": "upkeep", "kind": "limitation",
                           "statement": "BookKeeper is a second system.", "claims": ["kafka-licence"]}],
             "useCases": [
               {"slug": "event-sourcing", "name": "Event sourcing", "description": "Facts are kept.", "examples": ["Ledger"],
                "fits": [{"option": "kafka", "fit": "strong", "rationale": "It keeps all."},
                         {"option": "pulsar", "fit": "good", "rationale": "Tiers help."}],
                "weights": {"latency": 5, "operations": 1}}],
             "claims": [
               {"slug": "kafka-latency", "option": "kafka", "subject": "kafka", "factor": "latency", "metric": "latency",
                "value": 12, "unit": "ms", "statement": "It takes 12 ms.", "conditions": "Three brokers", "comparedTo": "pulsar",
                "measurement": "vendor-run", "approximate": true, "source": "vendor", "origin": null,
                "observedOn": "2026-01-31", "rank": "preferred"},
               {"slug": "pulsar-latency", "option": "pulsar", "subject": "bookkeeper", "factor": "latency",
                "metric": "latency", "range": {"min": 5, "max": 10}, "unit": "ms", "statement": "It takes 5 to 10 ms.",
                "conditions": null, "comparedTo": null, "measurement": null, "approximate": false, "source": "vendor",
                "origin": null, "observedOn": null, "rank": "normal"},
               {"slug": "kafka-licence", "option": "kafka", "subject": "kafka", "factor": null, "metric": "licence",
                "text": "Apache 2.0", "unit": null, "statement": "It is free.", "conditions": null, "comparedTo": null,
                "measurement": null, "approximate": false, "source": "vendor", "origin": null, "observedOn": null,
                "rank": "normal"}],
             "sources": [{"slug": "vendor", "kind": "primary", "title": "Benchmark", "publisher": "A vendor",
                          "url": "https://example.org/benchmark", "publishedOn": "2026-02-01", "retrievedOn": "2026-02-02"}],
             "faqs": [{"slug": "which-is-faster", "question": "Which is faster?", "answer": "Pulsar, a little.",
                       "options": ["pulsar"], "factors": ["latency"], "useCases": ["event-sourcing"],
                       "claims": ["pulsar-latency"]}],
             "recommendations": [
               {"slug": "choose-kafka", "kind": "choose", "options": ["kafka"], "title": "Kafka for streams",
                "when": ["Events are processed as they come"], "rationale": "It is simpler.", "roles": [],
                "useCases": ["event-sourcing"]},
               {"slug": "combine-both", "kind": "combine", "options": ["kafka", "pulsar"], "title": "Both",
                "when": ["There are tenants and streams"], "rationale": "Each for its part.",
                "roles": [{"option": "kafka", "role": "Streams"}, {"option": "pulsar", "role": "Queues"}],
                "useCases": []}]}
            """;

    private Examples() {}

    /** A change of a document. */
    @FunctionalInterface
    public interface Edit {
        void apply(ObjectNode document);
    }

    public static Comparison comparison(Edit... edits) {
        try {
            var document = document();
            for (var edit : edits) {
                edit.apply(document);
            }
            return JSON.treeToValue(document, Comparison.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets what the pointer leads to, which may be new; a number inserts, {@code -} appends. */
    public static Edit set(String pointer, String json) {
        return document -> {
            var value = tree(json);
            switch (parent(document, pointer)) {
                case ObjectNode object -> object.set(last(pointer), value);
                case ArrayNode array when last(pointer).equals("-") -> array.add(value);
                case ArrayNode array -> array.set(Integer.parseInt(last(pointer)), value);
                default -> throw new IllegalArgumentException(pointer);
            }
        };
    }

    public static Edit insert(String pointer, String json) {
        return document -> ((ArrayNode) parent(document, pointer)).insert(Integer.parseInt(last(pointer)), tree(json));
    }

    public static Edit remove(String pointer) {
        return document -> {
            switch (parent(document, pointer)) {
                case ObjectNode object -> object.remove(last(pointer));
                case ArrayNode array -> array.remove(Integer.parseInt(last(pointer)));
                default -> throw new IllegalArgumentException(pointer);
            }
        };
    }

    /** Appends a copy of what the pointer leads to, to the list that it is in. */
    public static Edit repeat(String pointer) {
        return document ->
                ((ArrayNode) parent(document, pointer)).add(document.at(pointer).deepCopy());
    }

    /** Moves the first item of a list to its end. */
    public static Edit rotate(String pointer) {
        return document -> {
            var list = (ArrayNode) document.at(pointer);
            list.add(list.remove(0));
        };
    }

    /** Every place in the document, but its slug. */
    static Stream<String> pointers() {
        return pointers("", document()).filter(pointer -> !pointer.isEmpty() && !pointer.equals("/slug"));
    }

    private static Stream<String> pointers(String pointer, JsonNode node) {
        var below = node.isObject()
                ? node.propertyStream().flatMap(field -> pointers(pointer + "/" + field.getKey(), field.getValue()))
                : IntStream.range(0, node.size()).boxed().flatMap(i -> pointers(pointer + "/" + i, node.get(i)));
        return Stream.concat(Stream.of(pointer), below);
    }

    private static JsonNode parent(ObjectNode document, String pointer) {
        var parent = document.at(JsonPointer.compile(pointer).head());
        if (parent.isMissingNode()) {
            throw new IllegalArgumentException(pointer);
        }
        return parent;
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static ObjectNode document() {
        return (ObjectNode) tree(COMPARISON);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
