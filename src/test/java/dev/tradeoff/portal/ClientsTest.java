package dev.tradeoff.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clients that are generated from the service's OpenAPI document do what their users need, and so do the programs that
 * docs/clients.md shows. What generates them is not part of every installation; {@code TRADEOFF_REQUIRE_CLIENTS} insists.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class ClientsTest {

    private static final String INSISTS = "TRADEOFF_REQUIRE_CLIENTS";
    private static final Path SOURCES = Path.of("src/test/clients");
    private static final Path WORKSHOP = Path.of("target/clients");
    private static final Path GUIDE = Path.of("docs/clients.md");
    private static final String DOCUMENT = "/q/openapi";
    private static final List<String> GENERATE =
            List.of("openapi-typescript", DOCUMENT, "--default-non-nullable=false", "-o", "tradeoff.d.ts");

    @Test
    void a_typescript_client_makes_its_journeys() throws IOException, InterruptedException {
        var sources = SOURCES.resolve("typescript");
        var tools = sources.resolve("node_modules");
        Program.assumeInstalled(Files.isDirectory(tools), INSISTS, "npm ci --prefix " + sources);
        var folder = Files.createDirectories(WORKSHOP.resolve("typescript"));
        for (var file : List.of("package.json", "tsconfig.json", "first.ts", "journey.ts")) {
            Files.writeString(folder.resolve(file), Files.readString(sources.resolve(file)));
        }
        Files.deleteIfExists(folder.resolve("node_modules"));
        Files.createSymbolicLink(folder.resolve("node_modules"), tools.toAbsolutePath());

        var generate = GENERATE.stream()
                .map(word -> word.equals(DOCUMENT) ? address() + DOCUMENT : word)
                .toList();
        runTool(folder, generate);
        runTool(folder, List.of("tsc", "-p", "."));
        assertThat(run(folder, "node", "out/first.js")).isEqualTo(firstAnswer());
        assertThat(run(folder, "node", "out/journey.js")).isEqualTo("journey made\n");
    }

    private static void runTool(Path folder, List<String> command) throws IOException, InterruptedException {
        var inFolder = new ArrayList<>(command);
        inFolder.addFirst("--");
        inFolder.addAll(0, List.of("npm", "exec", "--offline"));
        run(folder, inFolder.toArray(String[]::new));
    }

    @Test
    void a_java_client_makes_its_journeys() throws IOException, InterruptedException {
        var maven = Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));
        boolean fetched = Files.isDirectory(maven.resolve("org/openapitools/openapi-generator-maven-plugin"));
        Program.assumeInstalled(fetched, INSISTS, "./mvnw -f src/test/clients/java/pom.xml compile");
        run(
                Path.of("."),
                Path.of("mvnw").toAbsolutePath().toString(),
                "--batch-mode",
                "--no-transfer-progress",
                Program.insists(INSISTS) ? "--show-version" : "--offline",
                "-f",
                SOURCES.resolve("java/pom.xml").toString(),
                "-Dtradeoff.document=" + address() + DOCUMENT,
                "compile");
        var folder = WORKSHOP.resolve("java");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = "classes" + File.pathSeparator + "dependency/*";
        assertThat(run(folder, java, "-cp", classes, "First")).isEqualTo(firstAnswer());
        assertThat(run(folder, java, "-cp", classes, "Journey")).isEqualTo("journey made\n");
    }

    @Test
    void python_needs_no_client() throws IOException, InterruptedException {
        Program.assumeInstalled(hasPython(), INSISTS, "python3");
        assertThat(run(SOURCES.resolve("python"), "python3", "first.py")).isEqualTo(firstAnswer());
    }

    private static boolean hasPython() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    }

    @ParameterizedTest
    @CsvSource({"ts, typescript/first.ts", "java, java/src/main/java/First.java", "python, python/first.py"})
    void the_guide_shows_the_programs_that_are_run_here(String language, String program) throws IOException {
        assertThat(Files.readString(GUIDE))
                .contains("```" + language + "\n" + Files.readString(SOURCES.resolve(program)) + "```\n");
    }

    @Test
    void the_guide_says_how_the_clients_are_generated() throws IOException {
        var guide = Files.readString(GUIDE);
        var command = String.join(" ", GENERATE).replace(DOCUMENT, "http://localhost:8080" + DOCUMENT);
        assertThat(guide).contains("npx " + command);
        var plugin = guide.replaceFirst("(?s).*```xml\n(.*?)```.*", "$1")
                .lines()
                .map(String::strip)
                .toList();
        assertThat(Files.readString(SOURCES.resolve("java/pom.xml")).lines().map(String::strip))
                .containsSubsequence(plugin);
    }

    /** What each of the first programs prints. */
    private static String firstAnswer() {
        var answer = Service.request()
                .contentType("application/json")
                .body("{\"useCases\": [\"real-time-applications\"], \"experience\": {\"nodejs\": \"good\"}}")
                .post(Service.FIRST + "/tailored-recommendation")
                .jsonPath();
        return "%s (%s), from %d claims%n"
                .formatted(
                        answer.getString("winner"),
                        answer.getString("verdict"),
                        answer.getList("evidence.claims").size());
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        return Program.run(folder, Map.of("TRADEOFF", address()), command);
    }

    private static String address() {
        return "http://localhost:" + RestAssured.port;
    }
}
