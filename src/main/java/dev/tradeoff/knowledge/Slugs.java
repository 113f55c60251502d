package dev.tradeoff.knowledge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names that things have in URLs and references. */
public final class Slugs {

    public static final int LONGEST = 80;

    private static final int LONGEST_MADE = 60;

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private Slugs() {}

    /**
     * A slug made of a name or a question: its letters and digits, accents taken off, joined by hyphens, 1 to 60
     * characters. Of text that has none, it is {@code unnamed}.
     */
    public static String from(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.length() <= LONGEST_MADE ? plain : plain.substring(0, LONGEST_MADE);
        var slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "unnamed" : slug;
    }

    /** Whether the text is kebab-case (lower case letters, digits, single hyphens between them), 1 to 80 characters. */
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && KEBAB_CASE.matcher(text).matches();
    }
}
