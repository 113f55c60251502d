package dev.tradeoff.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be the matter with a claim. */
public enum ClaimIssue {
    /** It has no source, or only one that repeats it without saying from where. */
    @JsonProperty("unsourced")
    UNSOURCED(true),
    /** Nobody says when it was observed. */
    @JsonProperty("undated")
    UNDATED(true),
    /** Nobody says under which conditions. */
    @JsonProperty("unconditioned")
    UNCONDITIONED(false),
    /** It is older than its metric's shelf life: the one issue that depends on the day. */
    @JsonProperty("stale")
    STALE(true),
    /** Another figure of the same option and metric cannot hold beside it. */
    @JsonProperty("contradiction")
    CONTRADICTION(true),
    /** It is far away from all other figures of the same option and metric. */
    @JsonProperty("outlier")
    OUTLIER(true),
    /** Its measurement and another cannot have had the same load. */
    @JsonProperty("conditions-differ")
    CONDITIONS_DIFFER(false),
    /** It is kept, and no longer used. */
    @JsonProperty("deprecated")
    DEPRECATED(true);

    private final boolean weakness;

    ClaimIssue(boolean weakness) {
        this.weakness = weakness;
    }

    /** Its kebab-case name, in addresses and documents. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ClaimIssue> named(String slug) {
        return Arrays.stream(values())
                .filter(issue -> issue.slug().equals(slug))
                .findFirst();
    }

    /** Whether a claim that has it is weak. */
    public boolean isWeakness() {
        return weakness;
    }
}
