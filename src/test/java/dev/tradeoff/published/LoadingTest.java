package dev.tradeoff.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tradeoff.authoring.Revision;
import dev.tradeoff.authoring.Standing;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.shared.json.JsonRules;
import dev.tradeoff.shared.memory.MappedBytes;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {

    private static final MemorySize MEMORY = new MemorySize(BigInteger.valueOf(1 << 20));

    @TempDir
    Path folder;

    private KnowledgeIndex index;
    private Loading loading;

    @BeforeEach
    void open() {
        var json = new ReadersJson(JsonRules.apply(new ObjectMapper().registerModule(new JavaTimeModule())));
        index = new KnowledgeIndex(folder.resolve("index"));
        loading = new Loading(
                new MappedBytes(folder),
                index,
                new IndexEntries(json),
                new Records(EvidenceSettings.DEFAULT, json, MEMORY),
                new Renderings(json, MEMORY));
    }

    @AfterEach
    void close() {
        loading.close();
        index.close();
    }

    @Test
    void a_batch_brings_all_that_was_added() throws IOException {
        try (var batch = loading.new Batch()) {
            batch.add(standing("python-web-frameworks", 1));
            batch.add(standing("nodejs-web-frameworks", 2));
            assertThat(batch.take())
                    .extracting(Latest::slug)
                    .containsExactly("python-web-frameworks", "nodejs-web-frameworks");
            assertThat(batch.change()).isEqualTo(2);
        }
        assertThat(comparisons()).hasSize(2);
    }

    /** The database may go away in the middle of a batch, which is then asked for again. */
    @Test
    void what_was_loaded_in_vain_is_not_there_twice_when_it_comes_again() throws IOException {
        var good = standing("python-web-frameworks", 1);
        assertThatThrownBy(() -> {
                    try (var batch = loading.new Batch()) {
                        batch.add(good);
                        batch.add(new Standing(
                                () -> {
                                    throw new IllegalStateException("unreadable");
                                },
                                false,
                                2));
                        batch.take();
                    }
                })
                .hasRootCauseMessage("unreadable");
        try (var batch = loading.new Batch()) {
            batch.add(good);
            assertThat(batch.take()).hasSize(1);
        }
        assertThat(comparisons()).hasSize(1);
    }

    private List<String> comparisons() {
        var state = index.state();
        try {
            return state.keys(Map.of(KnowledgeIndex.KIND, Set.of(ListKind.COMPARISON.slug())));
        } finally {
            state.retire();
        }
    }

    private static Standing standing(String slug, long change) throws IOException {
        var revision = new Revision(
                1, Instant.EPOCH, "tests", "", change, FirstIndex.read("comparisons/" + slug, Comparison.class));
        return new Standing(() -> revision, false, change);
    }
}
