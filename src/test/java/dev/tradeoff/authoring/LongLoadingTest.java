package dev.tradeoff.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A start that loads a hundred thousand comparisons takes minutes, in one transaction, whatever others may take. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(LongLoadingTest.ShortTransactions.class)
class LongLoadingTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Other transactions have no more time than this. */
    public static final class ShortTransactions implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.transaction-manager.default-transaction-timeout", LIMIT.toSeconds() + "s");
        }
    }

    @Inject
    Revisions revisions;

    @Test
    void loading_may_take_longer_than_other_transactions() {
        var told = new ArrayList<Standing>();
        var over = Instant.now().plus(LIMIT).plusSeconds(1);
        revisions.tellChangedSince(-1, standing -> {
            while (Instant.now().isBefore(over)) {
                Thread.onSpinWait();
            }
            told.add(standing);
        });
        assertThat(told).isNotEmpty();
    }
}
