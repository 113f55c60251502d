package dev.tradeoff.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Published figures beside computed ones.
 *
 * @param computed of the answer what is published
 * @param deviation the largest absolute difference of two figures
 * @param agree whether all that is no figure is equal, and nothing is missing
 */
record WorkedFigures(JsonNode computed, double deviation, boolean agree) {

    static WorkedFigures compare(JsonNode published, JsonNode answer) {
        var computed = part(answer, published);
        return new WorkedFigures(computed, deviation(published, computed), agree(published, computed));
    }

    /** Of an answer what has a counterpart in the pattern; lists are taken whole. */
    private static JsonNode part(JsonNode answer, JsonNode pattern) {
        if (!pattern.isObject()) {
            return answer;
        }
        var part = JsonNodeFactory.instance.objectNode();
        pattern.properties().forEach(field -> {
            var found = part(answer.path(field.getKey()), field.getValue());
            if (!found.isMissingNode()) {
                part.set(field.getKey(), found);
            }
        });
        return part;
    }

    private static double deviation(JsonNode published, JsonNode computed) {
        return published.isNumber() && computed.isNumber()
                ? Math.abs(published.doubleValue() - computed.doubleValue())
                : pairs(published, computed)
                        .mapToDouble(pair -> deviation(pair.published, pair.computed))
                        .max()
                        .orElse(0);
    }

    private static boolean agree(JsonNode published, JsonNode computed) {
        if (published.isNumber()) {
            return computed.isNumber();
        }
        return published.isContainerNode()
                ? published.size() == computed.size()
                        && pairs(published, computed).allMatch(pair -> agree(pair.published, pair.computed))
                : published.equals(computed);
    }

    private record Pair(JsonNode published, JsonNode computed) {}

    private static Stream<Pair> pairs(JsonNode published, JsonNode computed) {
        return published.isObject()
                ? published.properties().stream()
                        .map(field -> new Pair(field.getValue(), computed.path(field.getKey())))
                : IntStream.range(0, published.size()).mapToObj(i -> new Pair(published.get(i), at(computed, i)));
    }

    private static JsonNode at(JsonNode list, int index) {
        return list.isArray() ? list.path(index) : MissingNode.getInstance();
    }
}
