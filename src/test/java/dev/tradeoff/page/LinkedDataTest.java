package dev.tradeoff.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What machines read in pages is said in the words of schema.org. What expands it is installed by
 * {@code npm ci --prefix src/test/browser}; without it this is skipped, unless {@code TRADEOFF_REQUIRE_BROWSER} insists.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class LinkedDataTest {

    private static final Path TOOLS = Path.of("src/test/browser");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/comparisons/nodejs-vs-python-backend",
                "/comparisons/nodejs-vs-python-backend/revisions/1",
                "/technologies/python"
            })
    void it_expands_to_the_vocabulary_of_schema_org(String page) throws IOException, InterruptedException {
        assumeTrue(
                "true".equals(System.getenv("TRADEOFF_REQUIRE_BROWSER"))
                        || Files.isDirectory(TOOLS.resolve("node_modules")),
                "what expands linked data is not installed: npm ci --prefix " + TOOLS);
        var process = new ProcessBuilder(
                        "node", TOOLS.resolve("linked-data.mjs").toString())
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(RestAssured.given().accept("text/html").get(page).asByteArray());
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
