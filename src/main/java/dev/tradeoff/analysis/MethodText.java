package dev.tradeoff.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.shared.json.JsonRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method as its file tells of it: all but what is computed. */
record MethodText(
        String name,
        String title,
        MethodView.Kind kind,
        String summary,
        String formula,
        List<String> preconditions,
        List<Parameter> parameters,
        List<MethodView.Publication> source,
        List<Example> examples) {

    private static final String FOLDER = "methods/";
    private static final ObjectMapper YAML = JsonRules.apply(new YAMLMapper());

    record Parameter(
            String name, String description, @Nullable JsonNode defaultValue) {}

    /**
     * @param id names it among the figures that are known
     * @param recomputed more digits, of more figures
     */
    record Example(
            String id,
            String title,
            String source,
            @Nullable String remark,
            String operation,
            JsonNode input,
            JsonNode published,
            @Nullable JsonNode recomputed,
            double tolerance) {}

    static MethodText read(String name) {
        var file = FOLDER + name + ".yaml";
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("it is not there");
            }
            return YAML.readValue(in, MethodText.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the method's file " + file + " cannot be read", e);
        }
    }
}
