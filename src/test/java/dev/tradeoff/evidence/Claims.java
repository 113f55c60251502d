package dev.tradeoff.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.evidence.EvidenceFinding.Kind;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.json.JsonRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small comparisons of claims. A claim says only what matters, the rest of it is dated, sourced, and without conditions. */
final class Claims {

    private static final Path BUNDLED = Path.of("src/main/resources/content/comparisons");
    private static final ObjectMapper YAML = JsonRules.apply(new YAMLMapper());

    private static final String USUAL = """
            {option: a, subject: a, metric: latency, unit: ms, statement: It is so., source: lab, observedOn: "2026-01-01"}""";

    private static final String AROUND = """
            {slug: a-or-b, options: [{slug: a, name: Option A}, {slug: b, name: Option B}],
             sources: [{slug: lab, kind: primary, title: Laboratory},
                       {slug: press, kind: secondary, title: Magazine, publishedOn: "2026-02-03"}]}
            """;

    private Claims() {}

    /** @param claims fields of a claim each, in the flow style of YAML: {@code slug: x, value: 5} */
    static Comparison of(String... claims) {
        try {
            var comparison = (ObjectNode) YAML.readTree(AROUND);
            var array = comparison.putArray("claims");
            for (var claim : claims) {
                var fields = (ObjectNode) YAML.readTree(USUAL);
                array.add(fields.setAll((ObjectNode) YAML.readTree("{" + claim + "}")));
            }
            return YAML.treeToValue(comparison, Comparison.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Comparison bundled(String name) {
        try {
            return YAML.readValue(Files.readString(BUNDLED.resolve(name + ".yaml")), Comparison.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Evidence evidence(String... claims) {
        return Evidence.timeless(of(claims), EvidenceSettings.DEFAULT);
    }

    static List<EvidenceFinding> findings(Evidence evidence, Kind kind) {
        return evidence.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    /** The one figure of that name. */
    static double figure(EvidenceFinding finding, String name) {
        var found = finding.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(name + " stands there " + found.size() + " times: " + finding);
        }
        return found.getFirst().value().doubleValue();
    }
}
