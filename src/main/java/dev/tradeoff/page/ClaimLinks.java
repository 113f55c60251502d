package dev.tradeoff.page;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Claim;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of a comparison by the numbers under which its page refers to them. */
final class ClaimLinks {

    /** What figures are doubted for; the other issues are gaps. */
    static final Set<ClaimIssue> OF_FIGURES =
            EnumSet.of(ClaimIssue.CONTRADICTION, ClaimIssue.OUTLIER, ClaimIssue.CONDITIONS_DIFFER);

    private final Map<String, ClaimLink> links = new LinkedHashMap<>();

    ClaimLinks(List<Claim> claims, Evidence evidence) {
        for (var claim : claims) {
            boolean isDoubted = evidence.issues(claim.slug()).stream().anyMatch(OF_FIGURES::contains);
            links.put(claim.slug(), new ClaimLink(claim.slug(), links.size() + 1, isDoubted));
        }
    }

    /** Null if the page does not show it. */
    @Nullable
    ClaimLink of(Claim claim) {
        return links.get(claim.slug());
    }

    /** Those that the page shows. */
    List<ClaimLink> of(List<String> slugs) {
        return slugs.stream().map(links::get).filter(Objects::nonNull).toList();
    }
}
