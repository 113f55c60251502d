package dev.tradeoff.page;

import static dev.tradeoff.page.Browser.harmless;
import static dev.tradeoff.page.Browser.links;
import static dev.tradeoff.page.Browser.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The pages of a service that is empty, at an address of its own. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(NothingPublishedTest.Empty.class)
class NothingPublishedTest {

    public static final class Empty implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tradeoff.content.bundled", "false", "tradeoff.public-url", "https://tradeoff.example.org/compare");
        }
    }

    @Test
    void the_front_door_says_how_to_publish_something() {
        var page = page("/");
        harmless(page);
        assertThat(page.select("#main").text()).contains("Nothing is published yet");
        assertThat(links(page)).contains("#publish", "/q/swagger-ui/");
        assertThat(page.select("#publish")).hasSize(1);
    }

    @Test
    void absolute_links_begin_with_the_configured_address() {
        assertThat(page("/").select("link[rel=canonical]").attr("href"))
                .isEqualTo("https://tradeoff.example.org/compare/");
        assertThat(Browser.get("/sitemap.xml").asString()).contains("<loc>https://tradeoff.example.org/compare/</loc>");
    }
}
