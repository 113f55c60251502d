package dev.tradeoff.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/** Editors of one draft at the same time, in one service. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ManyEditorsTest {

    private static Editors editors() {
        return new Editors(
                Client.of(RestAssured.port, FreshPostgres.ADMIN_TOKEN).with("editor"));
    }

    @Test
    void fifty_who_add_a_hundred_members_each_make_five_thousand() {
        editors().add(50, 100);
    }

    @Test
    void each_acknowledged_change_is_based_on_the_one_before() {
        assertThat(editors().count(8, 10)).as("refused as stale").isPositive();
    }
}
