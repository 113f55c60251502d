package dev.tradeoff.recommendation;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.recommendation.EvidenceUsed.WeakClaim;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The claims beneath the cells of an appraisal, in the comparison's order.
 *
 * @param weak those of them that are weak
 * @param issues how many of them have which weakness
 */
record ClaimsUsed(List<String> claims, List<WeakClaim> weak, Map<ClaimIssue, Integer> issues) {

    /** The same, to be answered often. */
    ClaimsUsed written() {
        return new ClaimsUsed(new WrittenList<>(claims), new WrittenList<>(weak), issues);
    }

    static ClaimsUsed in(Appraisal appraisal, Comparison comparison, Evidence evidence) {
        var used = new HashSet<String>();
        appraisal.rows().forEach(row -> row.forEach(cell -> used.addAll(cell.claims())));
        var claims = comparison.claims().stream()
                .map(Member::slug)
                .filter(used::contains)
                .toList();
        var counts = new EnumMap<ClaimIssue, Integer>(ClaimIssue.class);
        var weak = evidence.weak(claims);
        weak.forEach(claim -> evidence.weaknesses(claim).forEach(issue -> counts.merge(issue, 1, Integer::sum)));
        return new ClaimsUsed(
                claims,
                weak.stream()
                        .map(claim -> new WeakClaim(
                                claim,
                                evidence.weaknesses(claim).stream()
                                        .map(ClaimIssue::slug)
                                        .toList()))
                        .toList(),
                Collections.unmodifiableMap(counts));
    }
}
