package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    private static final Path DATA = Path.of("/srv/data/postgres");

    @TempDir
    Path folder;

    @Test
    void the_server_of_a_folder_names_it_also_by_a_relative_path() {
        assertThat(Postmaster.serves(DATA, List.of("-D", "/srv/data/postgres", "-p", "5432")))
                .isTrue();
        assertThat(Postmaster.serves(DATA, List.of("-p", "5432", "-D", "./data/postgres")))
                .isTrue();
    }

    @Test
    void other_processes_do_not() {
        assertThat(Postmaster.serves(DATA, List.of("-D", "/srv/data/postgresql")))
                .isFalse();
        assertThat(Postmaster.serves(DATA, List.of("-D"))).isFalse();
        assertThat(Postmaster.serves(DATA, List.of("-jar", "app.jar"))).isFalse();
        assertThat(Postmaster.serves(DATA, List.of())).isFalse();
    }

    @Test
    void a_number_that_has_become_another_process_is_forgotten() throws IOException {
        var layout = layout(ProcessHandle.current().pid() + "\n/srv/data/postgres\n1763848800\n5432\n");
        assertThat(Postmaster.of(layout)).isEmpty();
        Postmaster.forgetDead(layout);
        assertThat(layout.pidFile()).doesNotExist();
    }

    @Test
    void so_is_a_file_that_was_cut_off() throws IOException {
        var layout = layout("");
        Postmaster.forgetDead(layout);
        assertThat(layout.pidFile()).doesNotExist();
    }

    @Test
    void without_a_file_there_is_no_server() throws IOException {
        var layout = FolderLayout.of(folder);
        assertThat(Postmaster.of(layout)).isEmpty();
        Postmaster.forgetDead(layout);
    }

    private FolderLayout layout(String pidFile) throws IOException {
        var layout = FolderLayout.of(folder);
        Files.writeString(layout.pidFile(), pidFile);
        return layout;
    }
}
