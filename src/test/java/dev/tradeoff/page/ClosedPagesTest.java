package dev.tradeoff.page;

import static dev.tradeoff.page.Browser.FIRST;
import static dev.tradeoff.page.Browser.get;
import static dev.tradeoff.page.Browser.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With reads closed, pages are for those who have a token. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(ClosedPagesTest.Closed.class)
class ClosedPagesTest {

    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tradeoff.access.reads", "closed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=python",
                FIRST,
                FIRST + "/revisions/1",
                FIRST + "/recommend",
                "/technologies/python",
                "/sitemap.xml"
            })
    void a_browser_without_a_token_is_told_what_it_needs(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        var page = read(answer);
        Browser.harmless(page);
        assertThat(page.text()).contains("Reading is closed here").doesNotContain("GainHQ");
        assertThat(given().get(path).contentType()).startsWith("application/problem+json");
        assertThat(given().header("Authorization", "Bearer " + Service.token("editor"))
                        .header("Accept", Browser.ACCEPT)
                        .get(path)
                        .header("Cache-Control"))
                .isEqualTo("private, no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/robots.txt", "/assets/tradeoff.js"})
    void what_tells_nothing_is_open(String path) {
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get("/robots.txt").asString()).contains("Disallow: /\n");
    }
}
