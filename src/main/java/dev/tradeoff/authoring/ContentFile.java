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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Knowledge written as YAML, in the shape in which the API gives it. */
final class ContentFile {

    private static final String FOLDER = "content/";
    private static final String CONTENTS = "contents.txt";
    private static final String TECHNOLOGIES = "technologies.yaml";

    private ContentFile() {}

    /** Made when it is needed: most starts parse nothing. */
    private static final class Yaml {
        static final YAMLMapper MAPPER = JsonRules.apply(new YAMLMapper());
    }

    record TechnologyList(List<Technology> technologies) {}

    /** File names of the comparisons, without folder and ending. Plain lines, as each start reads them. */
    static List<String> comparisons() throws IOException {
        return new String(bytes(CONTENTS), StandardCharsets.UTF_8).lines().toList();
    }

    static List<Technology> technologies() throws IOException {
        return read(TECHNOLOGIES, TechnologyList.class).technologies();
    }

    static Comparison comparison(String name) throws IOException {
        return read(comparisonFile(name), Comparison.class);
    }

    private static String comparisonFile(String name) {
        return "comparisons/" + name + ".yaml";
    }

    /** Of all files as they are written, in hexadecimal: the same only if nothing about them has changed. */
    static String digest() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(CONTENTS));
            digest.update(bytes(TECHNOLOGIES));
            for (var name : comparisons()) {
                digest.update(bytes(comparisonFile(name)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new FileNotFoundException("the content file " + FOLDER + file + " is missing");
            }
            return in.readAllBytes();
        }
    }

    private static <T> T read(String file, Class<T> type) throws IOException {
        try {
            return Yaml.MAPPER.readValue(bytes(file), type);
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
