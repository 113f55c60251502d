package dev.tradeoff.analysis;

import dev.tradeoff.shared.problem.Flaws;
import java.util.HashMap;
import java.util.List;

/** Names of options and criteria: text with something in it, each once. */
final class Names {

    static final int LONGEST = 200;

    private Names() {}

    static void check(String name, String pointer, Flaws flaws) {
        flaws.addUnless(
                !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST,
                pointer,
                "must be 1 to " + LONGEST + " characters, not all of them blank");
    }

    /** @param pointer of the list, to which indices are added */
    static void checkDistinct(List<String> names, String pointer, String field, Flaws flaws) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < names.size(); i++) {
            var before = first.putIfAbsent(names.get(i), i);
            if (before != null) {
                flaws.add(pointer + "/" + i + field, "is the name of " + pointer + "/" + before + " already");
            }
        }
    }
}
