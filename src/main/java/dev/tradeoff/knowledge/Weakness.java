package dev.tradeoff.knowledge;

/**
 * The field that readers find beside {@code claims}: which of them are weak. It is computed and no part of what is known;
 * whoever sends back what was read may leave it in, and it is passed over.
 */
public final class Weakness {

    public static final String FIELD = "weakClaims";

    static final String DESCRIPTION =
            "Those of the claims that are weak, whatever the day: unsourced, undated, contradicted, an outlier or deprecated. Left out where none is, and in drafts and exports; passed over where it is sent.";

    private Weakness() {}
}
