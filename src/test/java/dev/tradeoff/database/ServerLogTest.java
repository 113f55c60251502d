package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerLogTest {

    @Test
    void the_reason_is_the_last_severe_message_without_its_time_and_process() {
        var log = new ServerLog(List.of(
                "2026-11-22 23:44:07.370 UTC [41] FATAL:  could not map anonymous shared memory",
                "2026-11-22 23:44:07.380 UTC [42] FATAL:  data directory \"/data\" has invalid permissions",
                "2026-11-22 23:44:07.380 UTC [42] DETAIL:  Permissions should be u=rwx (0700)."));
        assertThat(log.reason()).isEqualTo("data directory \"/data\" has invalid permissions");
    }

    @Test
    void the_programs_have_their_own_way_to_say_it() {
        var output = new ServerLog(List.of(
                "creating directory /data ... ",
                "initdb: error: could not create directory \"/data\": No space left",
                "initdb: removing"));
        assertThat(output.reason()).isEqualTo("could not create directory \"/data\": No space left");
    }

    @Test
    void without_a_severe_message_it_is_the_last_line() {
        assertThat(new ServerLog(List.of("unshare: failed", "")).reason()).isEqualTo("unshare: failed");
        assertThat(new ServerLog(List.of()).reason()).isEqualTo("it gives no reason");
    }
}
