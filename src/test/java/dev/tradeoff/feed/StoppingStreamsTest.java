package dev.tradeoff.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the service is told to stop, streams end at once, so that it need not wait for them. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(StoppingStreamsTest.Alone.class)
class StoppingStreamsTest {

    /** A service of its own, which nobody needs afterwards. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tradeoff.changes.stream.heartbeat", "10m");
        }
    }

    @Inject
    Event<ShutdownDelayInitiatedEvent> stopping;

    @Test
    void open_streams_end_and_none_begins() throws Exception {
        try (var follower = Follower.of("")) {
            follower.next();
            stopping.fire(new ShutdownDelayInitiatedEvent());
            assertThat(follower.ends()).isTrue();
        }
        Service.get(Follower.STREAM).then().statusCode(503).header("Retry-After", "10");
    }
}
