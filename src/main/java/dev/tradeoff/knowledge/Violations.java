package dev.tradeoff.knowledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects broken rules while a document is walked; each method checks one kind of thing at one pointer. */
final class Violations {

    private final List<Violation> found = new ArrayList<>();

    List<Violation> found() {
        return List.copyOf(found);
    }

    void add(String pointer, String detail) {
        found.add(new Violation(pointer, detail));
    }

    /** No value of its kind. */
    void malformed(String pointer, String detail) {
        found.add(new Violation(pointer, detail, Violation.Weight.MALFORMED));
    }

    void requireForm(boolean holds, String pointer, String detail) {
        if (!holds) {
            malformed(pointer, detail);
        }
    }

    /** In the way of something else of the same draft. */
    void requireAlways(boolean holds, String pointer, String detail) {
        if (!holds) {
            found.add(new Violation(pointer, detail, Violation.Weight.WRONG));
        }
    }

    void require(boolean holds, String pointer, String detail) {
        if (!holds) {
            add(pointer, detail);
        }
    }

    void slug(String pointer, String slug) {
        require(!slug.isEmpty(), pointer, "is missing");
        requireForm(
                slug.isEmpty() || Slugs.isSlug(slug),
                pointer,
                "must be kebab-case (lower case letters and digits, single hyphens between them) and at most "
                        + Slugs.LONGEST + " characters");
    }

    /** Text that must be there, at most {@code longest} characters. */
    void text(String pointer, String text, int longest) {
        require(!text.isBlank(), pointer, "is missing");
        optionalText(pointer, text, longest);
    }

    void optionalText(String pointer, @Nullable String text, int longest) {
        if (text != null) {
            int length = text.codePointCount(0, text.length());
            requireForm(length <= longest, pointer, "must be at most " + longest + " characters, not " + length);
        }
    }

    void texts(String pointer, List<String> texts, int longest) {
        for (int i = 0; i < texts.size(); i++) {
            text(pointer + "/" + i, texts.get(i), longest);
        }
    }

    void present(String pointer, @Nullable Object value) {
        require(value != null, pointer, "is missing");
    }

    void absent(String pointer, @Nullable Object value, String why) {
        require(value == null, pointer, why);
    }

    void weight(String pointer, @Nullable BigDecimal weight) {
        if (weight == null) {
            add(pointer, "is missing");
        } else {
            requireForm(
                    weight.signum() >= 0 && weight.compareTo(PublicationRules.HEAVIEST) <= 0,
                    pointer,
                    "must be between 0 and " + PublicationRules.HEAVIEST);
        }
    }

    /** A reference by slug: what it names must be there. */
    void reference(String pointer, String slug, Collection<String> known, String noun) {
        require(known.contains(slug), pointer, slug.isEmpty() ? "is missing" : "names no " + noun + ": " + slug);
    }

    void references(String pointer, List<String> slugs, Collection<String> known, String noun) {
        var seen = new HashSet<String>();
        for (int i = 0; i < slugs.size(); i++) {
            reference(pointer + "/" + i, slugs.get(i), known, noun);
            require(seen.add(slugs.get(i)), pointer + "/" + i, "is named twice: " + slugs.get(i));
        }
    }

    /** Exactly one entry for each option, no entry for anything else. */
    void oneForEachOption(String pointer, List<String> entries, Set<String> options, String noun) {
        var missing = new ArrayList<>(options);
        var seen = new HashSet<String>();
        for (int i = 0; i < entries.size(); i++) {
            var option = entries.get(i);
            reference(pointer + "/" + i + "/option", option, options, "option");
            require(seen.add(option), pointer + "/" + i + "/option", "has a second " + noun + ": " + option);
            missing.remove(option);
        }
        missing.forEach(option -> add(pointer, "has no " + noun + " of the option " + option));
    }

    static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
