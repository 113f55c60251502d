package dev.tradeoff.database;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own {@code initdb} and {@code pg_ctl}, run as PostgreSQL wants it: never as root. Root runs them in a user
 * namespace in which it is nobody.
 */
record PostgresPrograms(Path home) {

    static final String SUPERUSER = "postgres";

    private static final long ROOT = 0;

    /** How a program has ended, and what it has said. */
    record Outcome(int exitCode, List<String> output) {
        boolean failed() {
            return exitCode != 0;
        }
    }

    Outcome initdb(String... arguments) throws IOException {
        return run("initdb", arguments);
    }

    /** Starts the server in a session of its own, so that Ctrl-C reaches the service only. */
    Outcome pgCtl(String... arguments) throws IOException {
        return run("pg_ctl", arguments);
    }

    /** Such as 18. */
    String majorVersion() throws IOException {
        var version = pgCtl("--version");
        if (version.failed()) throw new IOException(new ServerLog(version.output()).reason());
        return String.join(" ", version.output()).replaceFirst("\\D*(\\d+).*", "$1");
    }

    /** The number of the user who runs this process, and therefore the server. */
    static long user() {
        return new UnixSystem().getUid();
    }

    private Outcome run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(asNobody());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(exitCode(process), output.lines().toList());
    }

    private static List<String> asNobody() {
        if (user() != ROOT) return List.of();
        if (LinuxUtils.isUnshareAvailable()) return List.of("unshare", "-U");
        throw new StartupFailure("PostgreSQL refuses to run as root, and root has no user namespaces here (unshare -U):"
                + " run as another user, or configure a database with QUARKUS_DATASOURCE_JDBC_URL");
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
