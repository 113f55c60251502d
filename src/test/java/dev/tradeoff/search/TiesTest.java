package dev.tradeoff.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.search.KnowledgeIndex.Entry;
import dev.tradeoff.search.KnowledgeIndex.Manner;
import dev.tradeoff.shared.web.Cursor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is equally good comes by key, in however many parts the index is. */
class TiesTest {

    private static final int ENTRIES = 90;
    private static final int PARTS = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 100})
    void equals_are_walked_by_key_in_several_parts_and_in_one(int limit) {
        try (var index = new KnowledgeIndex(folder)) {
            var scattered = scattered(index);
            assertThat(scattered.parts()).isEqualTo(PARTS);
            assertThat(walked(scattered, limit)).isEqualTo(keys());
            index.gather();
            var gathered = index.state();
            assertThat(gathered.parts()).isEqualTo(1);
            assertThat(walked(gathered, limit)).isEqualTo(keys());
            scattered.retire();
            gathered.retire();
        }
    }

    @Test
    void a_walk_goes_on_where_it_was_when_the_index_is_gathered_meanwhile() {
        try (var index = new KnowledgeIndex(folder)) {
            var scattered = scattered(index);
            var first = page(scattered, null, 40);
            index.gather();
            var gathered = index.state();
            var walked = new ArrayList<>(first.keys());
            walked.addAll(page(gathered, first.last(), 100).keys());
            assertThat(walked).isEqualTo(keys());
            scattered.retire();
            gathered.retire();
        }
    }

    /** Neighbours by key are in different parts. */
    private static KnowledgeIndex.State scattered(KnowledgeIndex index) {
        for (int part = 0; part < PARTS - 1; part++) {
            add(index, part);
            index.state().retire(); // what was added up to here is a part of its own
        }
        add(index, PARTS - 1);
        return index.state();
    }

    private static void add(KnowledgeIndex index, int part) {
        index.add(
                "part-" + part,
                IntStream.range(0, ENTRIES)
                        .filter(number -> number % PARTS == part)
                        .mapToObj(TiesTest::entry)
                        .toList());
    }

    private static Entry entry(int number) {
        return new Entry(
                "faq",
                key(number),
                "equal",
                "Equally good",
                Manner.ASKS,
                List.of(),
                "As good as all others.",
                "",
                List.of(),
                key(number).getBytes(StandardCharsets.UTF_8));
    }

    private static String key(int number) {
        return "key-%03d".formatted(number);
    }

    private static List<String> keys() {
        return IntStream.range(0, ENTRIES).mapToObj(TiesTest::key).toList();
    }

    private record Page(List<String> keys, @Nullable Cursor last) {}

    private static Page page(KnowledgeIndex.State state, @Nullable Cursor after, int limit) {
        var hits = state.search(new Wanted(Map.of(KnowledgeIndex.KIND, Set.of("faq")), "equally good"), after, limit);
        return new Page(
                hits.items().stream()
                        .map(json -> new String(json, StandardCharsets.UTF_8))
                        .toList(),
                hits.last());
    }

    private static List<String> walked(KnowledgeIndex.State state, int limit) {
        var walked = new ArrayList<String>();
        var page = page(state, null, limit);
        walked.addAll(page.keys());
        while (page.last() != null) {
            page = page(state, page.last(), limit);
            walked.addAll(page.keys());
        }
        return walked;
    }
}
