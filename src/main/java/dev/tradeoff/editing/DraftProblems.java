package dev.tradeoff.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceFinding;
import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.web.PageInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What keeps a draft from being published, and what the linter says of its claims. */
@Schema(description = "What keeps a draft from being published, and what the claim linter has found in it.")
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
                            "What kind of problem it is: `rule` is a broken rule of publishing; others are the kinds of the claim linter, `contradiction` say.")
            String kind,

            Severity severity,

            @Schema(description = "JSON Pointer into the draft.")
            String pointer,

            @Schema(description = "What to mend, or what was found.")
            String detail,

            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            @Schema(description = "Slugs of the claims that it is about; left out where it is about none.")
            List<String> claims,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Of what the linter has found: what would settle it.")
            @Nullable
            String settles) {}

    /** How much a problem matters. */
    @Schema(name = "DraftProblemSeverity")
    enum Severity {
        /** Keeps the draft from being published. */
        @JsonProperty("error")
        ERROR,
        /** Should be looked at, and keeps nothing. */
        @JsonProperty("warning")
        WARNING,
        /** Good to know. */
        @JsonProperty("info")
        INFO
    }

    static DraftProblems of(Comparison draft, List<Violation> violations, Evidence evidence) {
        var items = new ArrayList<Item>();
        violations.forEach(violation -> items.add(broken(violation)));
        evidence.findings().forEach(finding -> items.add(found(finding, draft)));
        return new DraftProblems(violations.isEmpty(), items, PageInfo.whole(items.size()));
    }

    private static Item broken(Violation violation) {
        return new Item("rule", Severity.ERROR, violation.pointer(), violation.detail(), List.of(), null);
    }

    private static Item found(EvidenceFinding finding, Comparison draft) {
        var severity =
                switch (finding.severity()) {
                    case HIGH, MEDIUM, LOW -> Severity.WARNING;
                    case INFO -> Severity.INFO;
                };
        return new Item(
                finding.kind().slug(),
                severity,
                pointer(finding.claims(), draft),
                finding.detail(),
                finding.claims(),
                finding.settles());
    }

    /** To the claim, or where it is about several to all of them. */
    private static String pointer(List<String> claims, Comparison draft) {
        if (claims.size() > 1) {
            return "/claims";
        }
        var slugs = draft.claims().stream().map(Claim::slug).toList();
        return "/claims/" + slugs.indexOf(claims.getFirst());
    }
}
