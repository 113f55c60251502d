package dev.tradeoff.published;

import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.evidence.EvidenceFinding;
import dev.tradeoff.shared.web.PageInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the linter says of a revision. */
@Schema(name = "Evidence", description = "What the claim linter has found in a revision, most severe first.")
record EvidenceView(
        String comparison,

        @Schema(description = "Number of the revision that was looked at.", minimum = "1")
        int revision,

        @Schema(description = "The day up to which the age of claims is counted.")
        LocalDate asOf,

        List<EvidenceFinding> items,
        PageInfo page) {

    static EvidenceView of(PublishedComparison published, Evidence evidence, LocalDate asOf) {
        var findings = evidence.findings();
        return new EvidenceView(
                published.slug(), published.revision().number(), asOf, findings, PageInfo.whole(findings.size()));
    }
}
