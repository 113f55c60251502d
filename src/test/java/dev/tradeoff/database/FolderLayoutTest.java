package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLayoutTest {

    @TempDir
    Path temporary;

    @Test
    void our_own_files_stand_beside_the_data_under_its_name() throws IOException {
        var home = temporary.toRealPath();
        var layout = FolderLayout.of(home.resolve("data/./postgres"));
        assertThat(layout.data()).isEqualTo(home.resolve("data/postgres"));
        assertThat(layout.lock()).isEqualTo(home.resolve("data/postgres.lock"));
        assertThat(layout.log()).isEqualTo(home.resolve("data/postgres.log"));
    }

    @Test
    void two_names_of_one_folder_have_one_lock() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("real"));
        var link = Files.createSymbolicLink(temporary.resolve("link"), folder);
        assertThat(FolderLayout.of(link)).isEqualTo(FolderLayout.of(folder));
    }
}
