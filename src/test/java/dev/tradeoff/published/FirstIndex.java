package dev.tradeoff.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tradeoff.authoring.Revision;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.search.KnowledgeIndex.Found;
import dev.tradeoff.search.Wanted;
import dev.tradeoff.shared.json.JsonRules;
import dev.tradeoff.technology.Technology;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The first content in an index, without a service around it. */
final class FirstIndex {

    static final Map<String, Set<String>> COUNTED =
            Map.of(Filters.KIND, Set.of(), Filters.COMPARISON, Set.of(), Filters.TECHNOLOGY, Set.of());

    private static final ObjectMapper YAML = JsonRules.apply(new YAMLMapper());
    private static final List<String> COMPARISONS =
            List.of("nodejs-vs-python-backend", "nodejs-web-frameworks", "python-web-frameworks");

    private FirstIndex() {}

    private record TechnologyList(List<Technology> technologies) {}

    static KnowledgeIndex.State state() throws IOException {
        var index = new KnowledgeIndex(Files.createTempDirectory("first-index"));
        var entries = new IndexEntries(
                new ReadersJson(JsonRules.apply(new ObjectMapper().registerModule(new JavaTimeModule()))));
        long change = 0;
        for (var slug : COMPARISONS) {
            var comparison = read("comparisons/" + slug, Comparison.class);
            var revision = new Revision(1, Instant.EPOCH, "tests", "", ++change, comparison);
            index.replace(slug, entries.of(new PublishedComparison(revision, EvidenceSettings.DEFAULT)));
        }
        index.replace(
                "/technologies",
                read("technologies", TechnologyList.class).technologies().stream()
                        .map(entries::of)
                        .toList());
        return index.state();
    }

    static Found find(KnowledgeIndex.State state, String q, int limit) {
        return state.find(new Wanted(Map.of(), q), COUNTED, null, limit);
    }

    static <T> T read(String name, Class<T> type) throws IOException {
        try (var file = FirstIndex.class.getResourceAsStream("/content/" + name + ".yaml")) {
            return YAML.readValue(Objects.requireNonNull(file), type);
        }
    }
}
