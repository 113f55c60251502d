package dev.tradeoff.access;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a database of somebody else's, and without any administrator, nothing can be written, and everybody is told why. */
@QuarkusTest
@TestProfile(ClosedWritesTest.WithoutAdministrator.class)
class ClosedWritesTest {

    public static final class WithoutAdministrator implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DatabaseOnly.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    public static final class DatabaseOnly implements QuarkusTestResourceLifecycleManager {
        private final FreshPostgres postgres = new FreshPostgres();

        @Override
        public Map<String, String> start() {
            var configuration = new HashMap<>(postgres.start());
            configuration.remove("tradeoff.access.admin-token");
            return configuration;
        }

        @Override
        public void stop() {
            postgres.stop();
        }
    }

    @Test
    void a_write_is_told_that_writes_are_closed() {
        Service.request()
                .post("/api/v1/tokens")
                .then()
                .statusCode(401)
                .body("detail", startsWith("Writes are closed"))
                .body("detail", containsString("TRADEOFF_ACCESS_ADMIN_TOKEN"));
    }

    @Test
    void reads_are_open_and_health_says_what_is_closed() {
        Service.get(Service.FIRST).then().statusCode(200);
        Service.get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'access' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'access' }.data.writes", startsWith("closed"));
    }
}
