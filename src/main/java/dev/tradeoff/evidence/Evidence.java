package dev.tradeoff.evidence;

import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the linter says of the claims of one comparison. The comparison may be an incomplete draft: what is missing takes
 * no part. Of very many pairs, those that are farthest apart become findings: 100 of one option and metric, 1,000 of all,
 * and 100 of the measurements. Issues are known of every claim.
 */
public final class Evidence {

    private final Comparison comparison;
    private final EvidenceSettings settings;
    private final List<EvidenceFinding> findings;
    private final Map<String, Set<ClaimIssue>> issues;
    private final boolean isTimeless;

    private Evidence(
            Comparison comparison,
            EvidenceSettings settings,
            List<EvidenceFinding> findings,
            Map<String, Set<ClaimIssue>> issues,
            boolean isTimeless) {
        this.comparison = comparison;
        this.settings = settings;
        this.findings = findings;
        this.issues = issues;
        this.isTimeless = isTimeless;
    }

    /** @param asOf the day up to which age is counted */
    public static Evidence of(Comparison comparison, EvidenceSettings settings, LocalDate asOf) {
        return timeless(comparison, settings).asOf(asOf);
    }

    /** What does not depend on the day: everything but {@code stale}. */
    public static Evidence timeless(Comparison comparison, EvidenceSettings settings) {
        var report = new Report();
        var words = new Wording(comparison);
        var quantities = comparison.claims().stream()
                .flatMap(claim -> Quantity.of(claim).stream())
                .toList();
        new Disagreements(settings, words, report).find(quantities);
        new Concurrency(settings, words, report).find(quantities);
        new Agreements(words, report).find(quantities);
        new Provenance(comparison, report).find();
        return new Evidence(comparison, settings, sorted(comparison, report.findings()), report.issues(), true);
    }

    /** The same with what is stale on that day, and on no other. */
    public Evidence asOf(LocalDate day) {
        if (!isTimeless) {
            return of(comparison, settings, day);
        }
        var stale = new Report();
        new Staleness(settings, day, stale).find(comparison.claims());
        var all = new ArrayList<>(findings);
        all.addAll(stale.findings());
        var together = new HashMap<>(issues);
        stale.issues().forEach((claim, found) -> together.merge(claim, found, Evidence::union));
        return new Evidence(comparison, settings, sorted(comparison, all), together, false);
    }

    /** By severity, then by kind, then in the order of the document. */
    public List<EvidenceFinding> findings() {
        return findings;
    }

    /** All that is the matter with a claim; nothing for a slug that names none. */
    public Set<ClaimIssue> issues(String claim) {
        return Collections.unmodifiableSet(issues.getOrDefault(claim, Set.of()));
    }

    /** Those of its issues that make it weak. */
    public Set<ClaimIssue> weaknesses(String claim) {
        var weaknesses = EnumSet.noneOf(ClaimIssue.class);
        issues(claim).stream().filter(ClaimIssue::isWeakness).forEach(weaknesses::add);
        return Collections.unmodifiableSet(weaknesses);
    }

    /**
     * Whether all its claims are weak, or its confidence is low or very low. One that rests on no claim is editorial, and
     * stays.
     */
    public boolean isWeak(Assessment assessment) {
        return !assessment.claims().isEmpty()
                && (assessment.claims().stream().allMatch(this::isWeak)
                        || assessment.confidence() == Assessment.Confidence.LOW
                        || assessment.confidence() == Assessment.Confidence.VERY_LOW);
    }

    /** Those of the claims that are weak, in the order given. */
    public List<String> weak(List<String> claims) {
        return claims.stream().filter(this::isWeak).toList();
    }

    private boolean isWeak(String claim) {
        return issues.getOrDefault(claim, Set.of()).stream().anyMatch(ClaimIssue::isWeakness);
    }

    private static Set<ClaimIssue> union(Set<ClaimIssue> some, Set<ClaimIssue> others) {
        var union = EnumSet.copyOf(some);
        union.addAll(others);
        return union;
    }

    /** Kinds are declared by severity. */
    private static List<EvidenceFinding> sorted(Comparison comparison, List<EvidenceFinding> findings) {
        var places = new HashMap<String, Integer>();
        for (var claim : comparison.claims()) {
            places.putIfAbsent(claim.slug(), places.size());
        }
        return findings.stream()
                .sorted(Comparator.comparing(EvidenceFinding::kind)
                        .thenComparing(
                                finding -> finding.claims().stream()
                                        .mapToInt(places::get)
                                        .toArray(),
                                Arrays::compare))
                .toList();
    }
}
