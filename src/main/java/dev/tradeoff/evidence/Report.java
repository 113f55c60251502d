package dev.tradeoff.evidence;

import dev.tradeoff.knowledge.Claim;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is found, while it is being looked for. */
final class Report {

    private final List<EvidenceFinding> findings = new ArrayList<>();
    private final Map<String, Set<ClaimIssue>> issues = new HashMap<>();

    void add(EvidenceFinding finding) {
        findings.add(finding);
    }

    void mark(ClaimIssue issue, Claim claim) {
        issues.computeIfAbsent(claim.slug(), slug -> EnumSet.noneOf(ClaimIssue.class))
                .add(issue);
    }

    List<EvidenceFinding> findings() {
        return findings;
    }

    Map<String, Set<ClaimIssue>> issues() {
        return issues;
    }
}
