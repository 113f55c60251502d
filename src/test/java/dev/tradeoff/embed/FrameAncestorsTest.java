package dev.tradeoff.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may frame embeds is the operator's to say. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FrameAncestorsTest.Portal.class)
class FrameAncestorsTest {

    public static final class Portal implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tradeoff.embed.frame-ancestors", "'self' https://portal.example.org");
        }
    }

    @Test
    void only_the_configured_origins_may_frame_a_comparison() {
        assertThat(Service.get("/embed/comparisons/nodejs-vs-python-backend").header("Content-Security-Policy"))
                .endsWith("frame-ancestors 'self' https://portal.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*; script-src *", "a, b", "", " ", "a\r\nX: y", "\"self\""})
    void what_would_be_another_directive_keeps_the_service_from_starting(String ancestors) {
        assertThatThrownBy(() -> new EmbedHeaders(new EmbedStyle(), ancestors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tradeoff.embed.frame-ancestors");
    }
}
