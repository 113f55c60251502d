package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The linters that the OpenAPI document's readers use find nothing in it, no warning either. They are installed by
 * {@code npm ci --prefix src/test/openapi}; without them this is skipped, unless {@code TRADEOFF_REQUIRE_LINT} insists.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class LintTest {

    private static final Path LINTERS = Path.of("src/test/openapi");
    private static final Path DOCUMENT = Path.of("target/openapi.json");

    @ParameterizedTest
    @ValueSource(strings = {"lint:redocly", "lint:spectral"})
    void a_linter_finds_nothing(String linter) throws IOException, InterruptedException {
        assumeTrue(
                "true".equals(System.getenv("TRADEOFF_REQUIRE_LINT"))
                        || Files.isDirectory(LINTERS.resolve("node_modules")),
                "the linters are not installed: npm ci --prefix " + LINTERS);
        Files.writeString(DOCUMENT, OpenApiDocument.served().json().toPrettyString());
        var process = new ProcessBuilder(
                        "npm", "run", "--silent", "--prefix", LINTERS.toString(), linter, "--", DOCUMENT.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
