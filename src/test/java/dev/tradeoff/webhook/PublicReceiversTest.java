package dev.tradeoff.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unless the operator allows more, messages go to public addresses, over TLS. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class PublicReceiversTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.org",
                "/hook",
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "https://",
                "https:///hook",
                "https://user:password@hooks.example.org/",
                "https://hooks.example.org/#here",
                "https://b\u00fccher.example/",
                "https://127.0.0.1/",
                "https://10.1.2.3:8443/hook",
                "https://169.254.169.254/latest/meta-data/",
                "https://999.1.1.1/",
                "https://127.1/",
                "https://[::1]/",
                "https://hooks.example.org/ hook"
            })
    void an_address_that_nobody_should_be_sent_to_is_refused(String url) {
        Service.as("admin")
                .contentType("application/json")
                .body("{\"url\": \"" + url + "\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"technology", "comparison"})
    void a_filter_that_nothing_could_pass_is_refused(String filter) {
        Service.as("admin")
                .contentType("application/json")
                .body("{\"url\": \"https://hooks.example.org/\", \"" + filter + "\": \"No Such Thing\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + filter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost:1/", "https://2130706433:1/"})
    void a_name_that_stands_for_a_private_address_is_not_sent_to(String url) {
        var id = Service.as("admin")
                .contentType("application/json")
                .body("{\"url\": \"" + url + "\", \"comparison\": \"nothing\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        Service.as("admin").post(WEBHOOKS + "/" + id + "/ping").then().statusCode(204);
        var deadline = Instant.now().plus(Duration.ofSeconds(20));
        String failure = null;
        while (failure == null) {
            assertThat(Instant.now()).as("in time").isBefore(deadline);
            failure = Service.as("admin").get(WEBHOOKS + "/" + id).jsonPath().getString("lastDelivery.failure");
        }
        assertThat(failure)
                .isIn("The host name stands for an address that is not public.", "The host name cannot be resolved.");
        Service.as("admin").delete(WEBHOOKS + "/" + id).then().statusCode(204);
    }

    @Test
    void nobody_but_an_administrator_sees_or_makes_any() {
        Service.get(WEBHOOKS).then().statusCode(401);
        Service.as("publisher").get(WEBHOOKS).then().statusCode(403);
        Service.as("publisher")
                .contentType("application/json")
                .body("{\"url\": \"https://hooks.example.org/\"}")
                .post(WEBHOOKS)
                .then()
                .statusCode(403);
    }
}
