package dev.tradeoff.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.json.JsonRules;
import dev.tradeoff.technology.Technology;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Knowledge written as YAML, in the shape in which the API gives it. */
final class ContentFile {

    private static final YAMLMapper YAML = JsonRules.apply(new YAMLMapper());
    private static final String FOLDER = "content/";

    private ContentFile() {}

    /** @param comparisons file names of the comparisons, without folder and ending */
    record Contents(List<String> comparisons) {}

    record TechnologyList(List<Technology> technologies) {}

    static Contents contents() throws IOException {
        return read("contents.yaml", Contents.class);
    }

    static List<Technology> technologies() throws IOException {
        return read("technologies.yaml", TechnologyList.class).technologies();
    }

    static Comparison comparison(String name) throws IOException {
        return read("comparisons/" + name + ".yaml", Comparison.class);
    }

    private static <T> T read(String file, Class<T> type) throws IOException {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException("the content file " + FOLDER + file + " is missing");
            }
            return YAML.readValue(in, type);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new IOException(FOLDER + file + (at == null ? "" : ", line " + at.getLineNr()) + ": " + reason(e), e);
        }
    }

    /** In words of the file; Jackson's own name our classes. */
    private static String reason(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "there is no field “" + unknown.getPropertyName() + "” here; there are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException wrong -> "“" + wrong.getValue() + "” cannot stand here";
            default -> e.getOriginalMessage();
        };
    }
}
