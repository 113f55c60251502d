package dev.tradeoff.editing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Source;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.web.PageInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps a draft from being published. */
@Schema(description = "What keeps a draft from being published, and what is weak about its claims.")
record DraftProblems(
        @Schema(description = "Whether the draft could be published as it is.")
        boolean publishable,

        List<Item> items,
        PageInfo page) {

    /** One problem of a draft. */
    @Schema(name = "DraftProblem", description = "One problem of a draft.")
    record Item(
            @Schema(
                    description =
                            "What kind of problem it is: `rule` is a broken rule of publishing; others are what is weak about claims, `undated` say.")
            String kind,

            Severity severity,

            @Schema(description = "JSON Pointer into the draft.")
            String pointer,

            @Schema(description = "What to mend.") String detail) {}

    /** How much a problem matters. */
    @Schema(name = "DraftProblemSeverity")
    enum Severity {
        /** Keeps the draft from being published. */
        @JsonProperty("error")
        ERROR,
        /** Should be looked at, and keeps nothing. */
        @JsonProperty("warning")
        WARNING
    }

    static DraftProblems of(Comparison draft, List<Violation> violations) {
        var items = new ArrayList<Item>();
        violations.forEach(
                violation -> items.add(new Item("rule", Severity.ERROR, violation.pointer(), violation.detail())));
        weaknesses(draft).forEach((weakness, claims) -> items.add(weakness.item(claims)));
        return new DraftProblems(violations.isEmpty(), items, PageInfo.whole(items.size()));
    }

    /** The claims of each source that have the same thing missing. */
    private static Map<Weakness, List<String>> weaknesses(Comparison draft) {
        var sources = draft.sources().stream().collect(Collectors.toMap(Source::slug, source -> source, (a, b) -> a));
        var found = new LinkedHashMap<Weakness, List<String>>();
        for (var claim : draft.claims()) {
            for (var issue : ClaimIssue.of(claim, sources)) {
                var source = claim.source() == null ? "" : claim.source();
                found.computeIfAbsent(new Weakness(issue, source), w -> new ArrayList<>())
                        .add(claim.slug());
            }
        }
        return found;
    }

    /** @param source a slug; empty for claims that name none */
    private record Weakness(ClaimIssue issue, String source) {

        Item item(List<String> claims) {
            var whose = source.isEmpty() ? "Claims without a source" : "Claims of the source " + source;
            return new Item(
                    issue.slug(),
                    Severity.WARNING,
                    "/claims",
                    whose + " are " + issue.slug() + ": " + String.join(", ", claims));
        }
    }
}
