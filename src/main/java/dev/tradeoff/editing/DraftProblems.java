package dev.tradeoff.editing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.web.PageInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps a draft from being published. */
@Schema(description = "What keeps a draft from being published; nothing, when `items` is empty of errors.")
record DraftProblems(
        @Schema(description = "Whether the draft could be published as it is.")
        boolean publishable,

        List<Item> items,
        PageInfo page) {

    /** One problem of a draft. */
    @Schema(name = "DraftProblem", description = "One problem of a draft.")
    record Item(
            @Schema(description = "What kind of problem it is: `rule` is a broken rule of publishing.")
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

    static DraftProblems of(List<Violation> violations) {
        var items = violations.stream()
                .map(violation -> new Item("rule", Severity.ERROR, violation.pointer(), violation.detail()))
                .toList();
        return new DraftProblems(items.isEmpty(), items, PageInfo.whole(items.size()));
    }
}
