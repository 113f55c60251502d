package dev.tradeoff.assistant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

/** A part of a comparison that can be read for itself. */
enum Part {
    @JsonProperty("options")
    OPTIONS,
    @JsonProperty("factors")
    FACTORS,
    /** Why each assessment is what it is, with the factors. */
    @JsonProperty("rationales")
    RATIONALES,
    @JsonProperty("use-cases")
    USE_CASES,
    @JsonProperty("recommendations")
    RECOMMENDATIONS,
    @JsonProperty("findings")
    FINDINGS,
    @JsonProperty("faqs")
    FAQS,
    /** What the linter says of the claims. */
    @JsonProperty("evidence")
    EVIDENCE;

    /** What is read if nothing is said. */
    static final Set<Part> USUAL = Set.copyOf(EnumSet.of(OPTIONS, FACTORS, USE_CASES, RECOMMENDATIONS, FAQS));

    static final Set<Part> ALL = Set.of(values());
}
