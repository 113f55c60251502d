package dev.tradeoff.page;

import dev.tradeoff.knowledge.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, and what is answered to it.
 *
 * @param answer null where what is asked cannot be answered
 * @param trouble why it cannot, in a sentence; empty where it can
 */
public record RecommendPage(
        Comparison comparison, RecommendForm form, @Nullable RecommendAnswer answer, String trouble) {

    /** Of the comparison's page. */
    public String comparisonAddress() {
        return Addresses.comparison(comparison.slug());
    }

    public String address() {
        return comparisonAddress() + "/recommend";
    }
}
