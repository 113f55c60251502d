package dev.tradeoff.shared.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.shared.memory.MappedBytes.Kept;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedBytesTest {

    private static final int FILE_SIZE = 100;

    @TempDir
    Path folder;

    @Test
    void what_was_put_in_is_read() {
        var bytes = new MappedBytes(folder, FILE_SIZE);
        var kept = IntStream.range(0, 50)
                .mapToObj(i -> bytes.put(of("number " + i)))
                .toList();
        assertThat(kept)
                .extracting(MappedBytesTest::text)
                .startsWith("number 0", "number 1")
                .endsWith("number 49");
    }

    @Test
    void what_is_longer_than_a_file_has_one_of_its_own() {
        var bytes = new MappedBytes(folder, FILE_SIZE);
        var large = "x".repeat(3 * FILE_SIZE);
        assertThat(text(bytes.put(of(large)))).isEqualTo(large);
        assertThat(text(bytes.put(of("small")))).isEqualTo("small");
    }

    @Test
    void files_have_no_name_that_could_outlive_the_process() {
        new MappedBytes(folder, FILE_SIZE).put(of("text"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_somebody_reads_stays_though_it_was_given_up_and_its_file_with_it() {
        var bytes = new MappedBytes(folder, FILE_SIZE);
        var kept = bytes.put(of("a".repeat(60)));
        var read = kept.read();
        var stays = bytes.put(of("b".repeat(30)));
        bytes.put(of("of the next file"));
        bytes.giveUp(kept);
        assertThat(UTF_8.decode(read).toString()).isEqualTo("a".repeat(60));
        assertThat(text(stays)).isEqualTo("b".repeat(30));
    }

    @Property
    void of_much_that_is_replaced_again_and_again_little_more_than_twice_is_on_disk(
            @ForAll @Size(max = 400) List<@IntRange(max = 9) Integer> replaced) {
        var bytes = new MappedBytes(Path.of(System.getProperty("java.io.tmpdir")), FILE_SIZE);
        var kept = new ArrayList<Kept>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < 10; i++) {
            texts.add("first of " + i);
            kept.add(bytes.put(of(texts.get(i))));
        }
        int round = 0;
        for (int i : replaced) {
            texts.set(i, "round " + ++round + " of " + i);
            var before = kept.set(i, bytes.put(of(texts.get(i))));
            bytes.giveUp(before);
        }
        assertThat(kept).extracting(MappedBytesTest::text).isEqualTo(texts);
        long live = texts.stream().mapToInt(String::length).sum();
        assertThat(bytes.size()).isLessThanOrEqualTo(2 * live + 2 * FILE_SIZE);
    }

    private static ByteBuffer of(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private static String text(Kept kept) {
        return UTF_8.decode(kept.read()).toString();
    }
}
