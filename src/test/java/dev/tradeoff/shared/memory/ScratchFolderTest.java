package dev.tradeoff.shared.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

    @TempDir
    Path parent;

    @Test
    void it_goes_with_all_that_is_in_it() throws IOException {
        try (var folder = ScratchFolder.in(parent.resolve("made"))) {
            Files.createDirectory(folder.path().resolve("index"));
            Files.writeString(folder.path().resolve("index/file"), "text");
        }
        assertThat(parent.resolve("made")).isEmptyDirectory();
    }

    @Test
    void what_a_killed_process_has_left_is_removed() throws IOException {
        var left = Files.createDirectory(parent.resolve("tradeoff-1"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("bytes"));
        try (var folder = ScratchFolder.in(parent)) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).isDirectory();
        }
    }

    @Test
    void what_belongs_to_a_living_one_stays() {
        try (var first = ScratchFolder.in(parent);
                var second = ScratchFolder.in(parent)) {
            assertThat(first.path()).isDirectory().isNotEqualTo(second.path());
        }
    }

    @Test
    void folders_of_others_stay() throws IOException {
        var other = Files.createDirectory(parent.resolve("tradeoff-of-somebody"));
        try (var folder = ScratchFolder.in(parent)) {
            assertThat(other).isDirectory();
        }
    }

    @Test
    void a_parent_that_is_a_file_is_refused() throws IOException {
        var file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> ScratchFolder.in(file)).isInstanceOf(UncheckedIOException.class);
    }
}
