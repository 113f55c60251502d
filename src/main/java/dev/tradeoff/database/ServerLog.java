package dev.tradeoff.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What PostgreSQL or one of its programs has said. */
record ServerLog(List<String> lines) {

    private static final Pattern SEVERE = Pattern.compile(".*?(?:FATAL|PANIC|error): +(.*)");

    static ServerLog of(Path file) throws IOException {
        return new ServerLog(Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    boolean contains(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** The last severe message, without what stands before it; else the last line. */
    String reason() {
        return lines.reversed().stream()
                .map(SEVERE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .findFirst()
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst())
                .orElse("it gives no reason");
    }
}
