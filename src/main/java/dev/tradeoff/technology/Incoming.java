package dev.tradeoff.technology;

import dev.tradeoff.knowledge.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Technologies that come in from outside, sorted by what they would do to those that there are.
 *
 * @param violations the rules that they would break, with pointers into {@code {"technologies": […]}} as they came
 */
public record Incoming(
        List<Technology> added, List<Technology> changed, List<Technology> unchanged, List<Violation> violations) {

    private static final Pattern PLACE = Pattern.compile("/technologies/([0-9]+)(.*)");

    static Incoming among(List<Technology> existing, List<Technology> incoming) {
        var known = existing.stream()
                .collect(Collectors.toMap(Technology::slug, Function.identity(), (first, second) -> first));
        var added = new ArrayList<Technology>();
        var changed = new ArrayList<Technology>();
        var unchanged = new ArrayList<Technology>();
        for (var technology : incoming) {
            var before = known.get(technology.slug());
            (before == null ? added : before.equals(technology) ? unchanged : changed).add(technology);
        }
        return new Incoming(
                List.copyOf(added), List.copyOf(changed), List.copyOf(unchanged), violations(existing, incoming));
    }

    /** Those that are to be written. */
    public List<Technology> wanted() {
        return Stream.concat(added.stream(), changed.stream()).toList();
    }

    /** What there is comes first, so that who wants a name that is taken is told so. */
    private static List<Violation> violations(List<Technology> existing, List<Technology> incoming) {
        var replaced = incoming.stream().map(Technology::slug).collect(Collectors.toCollection(HashSet::new));
        var all = new ArrayList<>(existing.stream()
                .filter(technology -> !replaced.contains(technology.slug()))
                .toList());
        int own = all.size();
        all.addAll(incoming);
        return TechnologyRules.check(all).stream()
                .map(violation -> told(violation, all, own))
                .toList();
    }

    private static Violation told(Violation violation, List<Technology> all, int own) {
        var place = PLACE.matcher(violation.pointer());
        if (!place.matches()) {
            return violation;
        }
        int index = Integer.parseInt(place.group(1));
        return index >= own
                ? new Violation("/technologies/" + (index - own) + place.group(2), violation.detail())
                : new Violation(
                        "/technologies",
                        "does not go together with the technology "
                                + all.get(index).slug() + " that there is: its "
                                + place.group(2).substring(1) + " " + violation.detail());
    }
}
