package dev.tradeoff.assistant;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.assistant.CitedClaim.CitedSource;
import dev.tradeoff.evidence.ClaimIssue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What is needed to cite a claim beside an answer that rests on it; {@code list_claims} tells the rest. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Citation(
        String claim,
        String statement,
        Collection<ClaimIssue> issues,
        boolean weak,
        @Nullable CitedSource source,
        String api) {

    static Citation of(CitedClaim claim) {
        return new Citation(
                claim.claim(), claim.statement(), claim.issues(), claim.weak(), claim.source(), claim.api());
    }
}
