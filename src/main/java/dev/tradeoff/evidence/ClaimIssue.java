package dev.tradeoff.evidence;

import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Source;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a claim lacks, seen from the claim and its source alone. */
public enum ClaimIssue {
    /** It has no source, or only one that repeats it without saying from where. */
    UNSOURCED,
    /** Nobody says when it was observed. */
    UNDATED,
    /** Nobody says under which conditions. */
    UNCONDITIONED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClaimIssue> named(String slug) {
        return Arrays.stream(values()).filter(issue -> issue.slug().equals(slug)).findFirst();
    }

    /** @param sources the comparison's sources by slug */
    public static Set<ClaimIssue> of(Claim claim, Map<String, Source> sources) {
        var issues = new TreeSet<ClaimIssue>();
        var source = claim.source() == null ? null : sources.get(claim.source());
        if (source == null || isHearsay(source, claim.origin())) {
            issues.add(UNSOURCED);
        }
        if (claim.observedOn() == null) {
            issues.add(UNDATED);
        }
        if (claim.conditions() == null) {
            issues.add(UNCONDITIONED);
        }
        return issues;
    }

    private static boolean isHearsay(Source source, @Nullable String origin) {
        return source.kind() == Source.Kind.SECONDARY && origin == null;
    }
}
