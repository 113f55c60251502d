package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher hands to the JVM, seen by a service that has no folder for its database and says so. */
class LauncherIT {

    private static final String NO_FOLDER = "-Dtradeoff.database.embedded.folder=file/postgres";

    @TempDir
    static Path home;

    @BeforeAll
    static void a_file_in_place_of_the_folder() throws IOException {
        Files.createFile(home.resolve("file"));
    }

    @Test
    void the_cache_that_the_build_has_trained_fits() {
        assumeTrue(Runtime.version().feature() >= 25, "this Java has no such cache");
        refused("-XX:AOTMode=on"); // which else ends the JVM before the service can say anything
    }

    @Test
    void a_cache_that_does_not_fit_is_left_aside() throws IOException {
        assumeTrue(Runtime.version().feature() >= 25, "this Java has no such cache");
        var wrong = Files.writeString(home.resolve("wrong.aot"), "no cache at all");
        refused("-XX:AOTCache=" + wrong);
    }

    /** The first start uses more of the libraries than those from which the cache was trained. */
    @Test
    void what_was_built_can_be_moved_and_started_for_the_first_time() throws IOException {
        var moved = home.resolve("moved");
        PathUtils.copyDirectory(PackagedService.application(), moved, StandardCopyOption.COPY_ATTRIBUTES);
        try (var service = PackagedService.start(moved, home, Map.of(), List.of("-Dtradeoff.content.bundled=false"))) {
            service.ready();
            service.signal("TERM");
            assertThat(service.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void another_collector_may_be_chosen() {
        refused("-XX:+UseG1GC");
    }

    /** The service has come as far as to refuse to start. */
    private static void refused(String option) {
        try (var service = PackagedService.start(home, Map.of(), List.of(option, NO_FOLDER))) {
            assertThat(service.exitCode()).isEqualTo(1);
            assertThat(service.output()).anyMatch(line -> line.contains("is not a folder"));
        }
    }
}
