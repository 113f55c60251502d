package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * No change of the contract goes unseen: the document is kept beside the code. After a change that is meant,
 * {@code ./mvnw test -Dtest=BaselineTest -Dtradeoff.update=true} writes it anew, and the review sees the difference.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class BaselineTest {

    private static final Path BASELINE = Path.of("docs/openapi.yaml");

    @Test
    void the_openapi_document_is_the_one_that_was_agreed() throws IOException {
        var served =
                RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("tradeoff.update")) {
            Files.writeString(BASELINE, served);
        }
        assertThat(served).isEqualTo(Files.readString(BASELINE));
    }
}
