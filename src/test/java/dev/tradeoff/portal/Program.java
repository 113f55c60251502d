package dev.tradeoff.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program beside the build, with which something is tried as its users would. */
final class Program {

    private Program() {}

    /** Skips the test where the program is not installed, unless the variable insists. */
    static void assumeInstalled(boolean installed, String variable, String how) {
        assumeTrue(installed || insists(variable), "not installed here: " + how);
    }

    static boolean insists(String variable) {
        return "true".equals(System.getenv(variable));
    }

    /** What it prints, if it succeeds. */
    static String run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s%n%s", String.join(" ", command), said)
                .isZero();
        return said;
    }
}
