package dev.tradeoff.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.mcp.server.InputSchemaGenerator;
import io.quarkiverse.mcp.server.OutputSchemaGenerator;
import io.quarkiverse.mcp.server.ToolManager.ToolInfo;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What tools take and give, as JSON Schema (2020-12): a file each. Generated ones would know neither bounds nor null. */
final class Schemas {

    private Schemas() {}

    /** By the name of the tool. */
    @Singleton
    public static final class OfInput implements InputSchemaGenerator<JsonNode> {

        private final Files files;

        OfInput(Files files) {
            this.files = files;
        }

        @Override
        public JsonNode generate(ToolInfo tool) {
            return files.read(tool.name() + ".input.json");
        }
    }

    /** What stands for the tools where the library tells a generator of a class and nothing else. */
    public interface Search {}

    public interface ListComparisons {}

    public interface ReadComparison {}

    public interface ListClaims {}

    public interface Recommend {}

    /** By the class that stands for the tool. */
    @Singleton
    public static final class OfOutput implements OutputSchemaGenerator {

        private static final Map<Class<?>, String> TOOLS = Map.of(
                Search.class, "search",
                ListComparisons.class, "list_comparisons",
                ReadComparison.class, "read_comparison",
                ListClaims.class, "list_claims",
                Recommend.class, "recommend");

        private final Files files;

        OfOutput(Files files) {
            this.files = files;
        }

        @Override
        public Object generate(Class<?> tool) {
            return files.read(TOOLS.get(tool) + ".output.json");
        }
    }

    @Singleton
    static final class Files {

        private final ObjectMapper json;
        private final Map<String, JsonNode> read = new ConcurrentHashMap<>();

        Files(ObjectMapper json) {
            this.json = json;
        }

        JsonNode read(String name) {
            return read.computeIfAbsent(name, this::parse);
        }

        private JsonNode parse(String name) {
            try (var file = Files.class.getResourceAsStream("/assistant/" + name)) {
                return json.readTree(Objects.requireNonNull(file, name));
            } catch (IOException e) {
                throw new UncheckedIOException("a schema can be read", e);
            }
        }
    }
}
