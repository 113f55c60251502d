package dev.tradeoff.published;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ReadingTest {

    @Test
    void a_whole_comparison_is_answered() {
        given().get("/api/v1/comparisons/nodejs-vs-python-backend")
                .then()
                .statusCode(200)
                .body("slug", equalTo("nodejs-vs-python-backend"));
    }
}
