package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in a process of its own, as its users start it. */
public final class PackagedService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Pattern EMBEDDED = Pattern.compile("PostgreSQL runs embedded on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final List<String> read = new ArrayList<>();
    private final Thread reader;

    private PackagedService(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::readOutput);
    }

    /** The folder of what is built. */
    public static Path application() {
        return Path.of(System.getProperty("tradeoff.application"));
    }

    /** Started on any free port, in an environment without a database, with these system properties. */
    public static PackagedService start(Path directory, Map<String, String> environment, String... properties) {
        var options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        Arrays.stream(properties).map(property -> "-D" + property).forEach(options::add);
        return start(directory, environment, options);
    }

    /** Started on any free port, in an environment without a database, with these options of the JVM. */
    public static PackagedService start(Path directory, Map<String, String> environment, List<String> options) {
        return start(application(), directory, environment, options);
    }

    /** Of an application that was built elsewhere. */
    static PackagedService start(
            Path application, Path directory, Map<String, String> environment, List<String> options) {
        var builder = new ProcessBuilder(application.resolve("tradeoff").toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("TRADEOFF_"));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-Dquarkus.http.port=0 " + String.join(" ", options));
        try {
            return new PackagedService(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PackagedService ready() {
        awaitLine(LISTENING);
        return this;
    }

    public long pid() {
        return process.pid();
    }

    public int port() {
        return Integer.parseInt(awaitLine(LISTENING).group(1));
    }

    public int databasePort() {
        return Integer.parseInt(awaitLine(EMBEDDED).group(1));
    }

    /** The readiness check named {@code database}. */
    public JsonPath databaseHealth() {
        return RestAssured.given()
                .port(port())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("checks.find { it.name == 'database' }");
    }

    /** Sends a signal such as {@code TERM}. */
    public void signal(String name) {
        Processes.signal(process.toHandle(), name);
    }

    /** The exit code, after everything that was said has been read. */
    public int exitCode() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("exit of %s", read)
                    .isTrue();
            assertThat(reader.join(PATIENCE)).as("end of output").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        unread.drainTo(read);
        return process.exitValue();
    }

    public synchronized List<String> output() {
        unread.drainTo(read);
        return read;
    }

    /** Kills what a failed test has left. */
    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
    }

    private synchronized Matcher awaitLine(Pattern pattern) {
        var deadline = Instant.now().plus(PATIENCE);
        var found = find(pattern);
        while (found == null) {
            try {
                var line = unread.poll(100, TimeUnit.MILLISECONDS);
                if (line != null) read.add(line);
                if (line == null && (!process.isAlive() || Instant.now().isAfter(deadline))) {
                    fail("no line with %s in %s", pattern, String.join("\n", output()));
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            found = find(pattern);
        }
        return found;
    }

    private Matcher find(Pattern pattern) {
        return read.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElse(null);
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(unread::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
