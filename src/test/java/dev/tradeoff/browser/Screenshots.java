package dev.tradeoff.browser;

import dev.tradeoff.contract.FirstContentOnly;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Pictures of each page at two widths, light and dark: {@code ./mvnw test -Dtest=Screenshots} puts them into target/screenshots. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class Screenshots {

    private static final Path FOLDER = Path.of("target/screenshots");

    @TestHTTPResource("/")
    URL service;

    @Test
    void pictures() throws IOException {
        Files.createDirectories(FOLDER);
        try (var chromium = Chromium.start()) {
            for (var path : Pages.ALL) {
                for (var look : Look.values()) {
                    try (var window = chromium.open(look).visit(service + path.substring(1))) {
                        window.picture(FOLDER.resolve(name(path) + "-" + look.slug() + ".png"));
                    }
                }
            }
        }
    }

    private static String name(String path) {
        var words = path.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.isEmpty() ? "start" : words;
    }
}
