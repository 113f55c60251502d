package dev.tradeoff.technology;

import dev.tradeoff.knowledge.Slugs;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.knowledge.WebAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules that hold among all technologies: names that are unique, wholes that exist, no circle of parts. */
public final class TechnologyRules {

    private static final int NAME = 200;
    private static final int PAGE = 10_000;

    private final List<Technology> technologies;
    private final Map<String, Technology> bySlug;
    private final Set<String> circles;
    private final List<Violation> violations = new ArrayList<>();

    private TechnologyRules(List<Technology> technologies) {
        this.technologies = technologies;
        this.bySlug =
                technologies.stream().collect(Collectors.toMap(Technology::slug, Function.identity(), (a, b) -> a));
        this.circles = inCircles(bySlug);
    }

    /** All broken rules; the pointers lead into {@code {"technologies": […]}}. */
    public static List<Violation> check(List<Technology> technologies) {
        var rules = new TechnologyRules(technologies);
        rules.names();
        for (int i = 0; i < technologies.size(); i++) {
            rules.technology("/technologies/" + i, technologies.get(i));
        }
        return List.copyOf(rules.violations);
    }

    private void names() {
        var owners = new HashMap<String, String>();
        technologies.forEach(technology -> owners.put(technology.slug(), technology.slug()));
        var slugs = new HashSet<String>();
        for (int i = 0; i < technologies.size(); i++) {
            var technology = technologies.get(i);
            require(slugs.add(technology.slug()), "/technologies/" + i + "/slug", "stands there twice");
            for (int j = 0; j < technology.aliases().size(); j++) {
                var alias = technology.aliases().get(j);
                var pointer = "/technologies/" + i + "/aliases/" + j;
                require(!alias.isBlank() && alias.length() <= NAME, pointer, "must be 1 to " + NAME + " characters");
                require(alias.equals(alias.toLowerCase(Locale.ROOT)), pointer, "must be in lower case");
                var owner = owners.putIfAbsent(alias, technology.slug());
                require(owner == null, pointer, "is a name of " + owner + " already: " + alias);
            }
        }
    }

    private void technology(String at, Technology technology) {
        require(
                Slugs.isSlug(technology.slug()),
                at + "/slug",
                "must be kebab-case, 1 to " + Slugs.LONGEST + " characters");
        require(
                !technology.name().isBlank() && technology.name().length() <= NAME,
                at + "/name",
                "must be 1 to " + NAME + " characters");
        require(technology.kind() != null, at + "/kind", "is missing");
        require(technology.summary().length() <= PAGE, at + "/summary", "must be at most " + PAGE + " characters");
        var url = technology.url();
        require(url == null || WebAddress.isOne(url), at + "/url", WebAddress.RULE);
        var whole = technology.partOf();
        if (whole != null) {
            require(bySlug.containsKey(whole), at + "/partOf", "names no technology: " + whole);
            require(!circles.contains(technology.slug()), at + "/partOf", "makes it a part of itself");
        }
    }

    /** Those in a circle, and not those that merely belong to one in it. Each is walked over once. */
    private static Set<String> inCircles(Map<String, Technology> technologies) {
        var circles = new HashSet<String>();
        var done = new HashSet<String>();
        for (var start : technologies.keySet()) {
            var walked = new LinkedHashSet<String>();
            String at = start;
            while (at != null && technologies.containsKey(at) && !done.contains(at) && walked.add(at)) {
                at = technologies.get(at).partOf();
            }
            boolean inside = false;
            for (var one : walked) {
                inside |= one.equals(at);
                if (inside) {
                    circles.add(one);
                }
            }
            done.addAll(walked);
        }
        return circles;
    }

    private void require(boolean holds, String pointer, String detail) {
        if (!holds) {
            violations.add(new Violation(pointer, detail));
        }
    }
}
