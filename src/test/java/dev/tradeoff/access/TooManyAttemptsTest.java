package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever knocks too often is told to wait, and those with a good token are heard nevertheless. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(TooManyAttemptsTest.ThreeAMinute.class)
class TooManyAttemptsTest {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String UNKNOWN = "tradeoff_aaaaaaaaaaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    public static final class ThreeAMinute implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tradeoff.access.refused-attempts-per-minute", "3");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(StandingClock.class);
        }
    }

    @Test
    void beyond_the_limit_attempts_are_429_and_counted_all_the_same() {
        var good = Service.newToken("admin");
        Service.with(good).get(TOKENS).then().statusCode(200);
        long before = attempts();
        for (int attempt = 1; attempt <= 7; attempt++) {
            var answer = attempt % 2 == 0
                    ? Service.get(TOKENS)
                    : Service.with(UNKNOWN).get(TOKENS);
            if (attempt <= 3) {
                answer.then().statusCode(401);
            } else {
                answer.then()
                        .statusCode(429)
                        .body("type", equalTo("/problems/too-many-attempts"))
                        .header("Retry-After", "51");
            }
        }
        assertThat(attempts()).isEqualTo(before + 7);
        Service.with(good).get(TOKENS).then().statusCode(200);
        Service.as("admin").get(TOKENS).then().statusCode(200);
    }

    private static long attempts() {
        return Service.as("admin")
                .get("/api/v1/audit?action=attempt&limit=100")
                .jsonPath()
                .getList("items.count", Integer.class)
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
