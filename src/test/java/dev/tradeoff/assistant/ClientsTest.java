package dev.tradeoff.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The protocol's own clients find their way: the TypeScript SDK, and the inspector. They are installed by
 * {@code npm ci --prefix src/test/assistant}; without them this is skipped, unless {@code TRADEOFF_REQUIRE_CLIENTS} insists.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ClientsTest {

    private static final Path CLIENTS = Path.of("src/test/assistant");

    @TestHTTPResource("/mcp")
    URI endpoint;

    @BeforeEach
    void they_are_installed() {
        assumeTrue(
                "true".equals(System.getenv("TRADEOFF_REQUIRE_CLIENTS"))
                        || Files.isDirectory(CLIENTS.resolve("node_modules")),
                "the clients are not installed: npm ci --prefix " + CLIENTS);
    }

    private String run(String script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("npm", "run", "--silent", "--prefix", CLIENTS.toString(), script, "--", endpoint.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void the_sdk_calls_everything_that_there_is() throws IOException, InterruptedException {
        assertThat(run("journey")).contains("5 tools", "1 prompt: fine");
    }

    @ParameterizedTest
    @CsvSource({
        "tools/list, read_comparison",
        "resources/list, tradeoff://comparisons/nodejs-vs-python-backend",
        "prompts/list, decide"
    })
    void the_inspector_sees_what_there_is(String method, String part) throws IOException, InterruptedException {
        assertThat(run("inspect", "--method", method)).contains(part);
    }

    @Test
    void the_inspector_calls_a_tool() throws IOException, InterruptedException {
        assertThat(run(
                        "inspect",
                        "--method",
                        "tools/call",
                        "--tool-name",
                        "recommend",
                        "--tool-arg",
                        "comparison=nodejs-vs-python-backend"))
                .contains("structuredContent", "\"winner\"");
    }
}
