package dev.tradeoff.portal;

import static dev.tradeoff.contract.Service.as;
import static dev.tradeoff.contract.Service.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The radar is of now, however often it was asked for before. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class RadarLiveTest {

    @Test
    void a_change_of_a_technology_is_on_the_radar_at_once() {
        var cython = "/api/v1/technologies/cython";
        for (var kind : new String[] {"practice", "platform"}) {
            as("editor")
                    .header("If-Match", get(cython).header("ETag"))
                    .contentType("application/merge-patch+json")
                    .body("{\"kind\": \"" + kind + "\"}")
                    .patch(cython)
                    .then()
                    .statusCode(200);
            for (int i = 0; i < 3; i++) { // what is asked for again is kept
                assertThat(get("/portal/backstage/tech-radar.json")
                                .jsonPath()
                                .getString("entries.find { it.id == 'cython' }.quadrant"))
                        .startsWith(kind);
            }
        }
    }
}
