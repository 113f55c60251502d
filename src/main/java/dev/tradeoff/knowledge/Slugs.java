package dev.tradeoff.knowledge;

import java.util.regex.Pattern;

/** The names that things have in URLs and references. */
public final class Slugs {

    public static final int LONGEST = 80;

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private Slugs() {}

    /** Whether the text is kebab-case (lower case letters, digits, single hyphens between them), 1 to 80 characters. */
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && KEBAB_CASE.matcher(text).matches();
    }
}
