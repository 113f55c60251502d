package dev.tradeoff.knowledge;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that a page may link to: {@code javascript:} and its like would run in a reader's browser. */
public final class WebAddress {

    private static final int LONGEST = 1_000;

    /** What {@link #isOne} asks for, in words. */
    public static final String RULE = "must be an absolute http or https address of at most " + LONGEST + " characters";

    private WebAddress() {}

    public static boolean isOne(String url) {
        try {
            var uri = new URI(url);
            return url.length() <= LONGEST
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
