package dev.tradeoff.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is not listed is not loaded, and what is listed and not there stops the start. */
class ContentFilesTest {

    private static final Path CONTENT = Path.of("src/main/resources/content");

    @Test
    void the_files_of_comparisons_are_exactly_those_that_are_listed() throws IOException {
        var listed = Files.readAllLines(CONTENT.resolve("contents.txt"));
        try (var files = Files.list(CONTENT.resolve("comparisons"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            listed.stream().map(name -> name + ".yaml").toList());
        }
    }
}
