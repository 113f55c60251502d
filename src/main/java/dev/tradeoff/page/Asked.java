package dev.tradeoff.page;

import dev.tradeoff.recommendation.Requirements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the page asks, as the query of the operation has it. A form sends more than that: fields that nothing was
 * written into, {@code by} for the way of weighing that counts among those it has fields for, and what one of its buttons is to do.
 *
 * @param query parameters of the operation, each with a value; in the order in which they came
 * @param isForm whether a form was sent, and not a link followed
 */
record Asked(Map<String, List<String>> query, boolean isForm) {

    /** A way of saying what matters; of the comparison's own profiles nothing has to be said. */
    enum Way {
        PROFILES("profiles", ""),
        WEIGHTS("weights", "weight"),
        PRIORITIES("priorities", "priorities"),
        PAIRWISE("pairwise", "pairwise");

        private final String text;
        private final String parameter;

        Way(String text, String parameter) {
            this.text = text;
            this.parameter = parameter;
        }

        /** As the form's field has it. */
        String text() {
            return text;
        }

        boolean isSaidBy(String parameter) {
            return kind(parameter).equals(this.parameter);
        }
    }

    private static final Set<String> LISTS = Set.of("useCase", "priorities", "pairwise");
    private static final Set<String> VALUES =
            Set.of("method", "normalisation", "revision", "asOf", "samples", "seed", "robustness");
    private static final Pattern FIELD = Pattern.compile("(weight|minimum|maximum|experience)\\[([^\\[\\]]+)]");

    /** @param sent decoded names and values */
    static Asked of(Map<String, List<String>> sent) {
        var query = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            var said = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!said.isEmpty() && isParameter(name)) {
                query.put(name, LISTS.contains(name) ? listed(said) : List.of(said.getLast()));
            }
        });
        var by = one(sent, "by");
        if (by == null) {
            return new Asked(query, false);
        }
        constrain(query, sent);
        act(query, one(sent, "do"));
        for (var way : Way.values()) {
            if (!way.text().equals(by)) {
                query.keySet().removeIf(way::isSaidBy);
            }
        }
        return new Asked(query, true);
    }

    private static List<String> listed(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
    }

    private static boolean isParameter(String name) {
        return LISTS.contains(name)
                || VALUES.contains(name)
                || FIELD.matcher(name).matches();
    }

    private static String kind(String name) {
        int bracket = name.indexOf('[');
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private static @Nullable String one(Map<String, List<String>> sent, String name) {
        var values = sent.getOrDefault(name, List.of());
        return values.isEmpty() || values.getLast().isBlank()
                ? null
                : values.getLast().strip();
    }

    /** The line for one more constraint. */
    private static void constrain(Map<String, List<String>> query, Map<String, List<String>> sent) {
        var factor = one(sent, "constrain");
        for (var end : List.of("minimum", "maximum")) {
            var figure = one(sent, end);
            if (factor != null && figure != null) {
                query.put(end + "[" + factor + "]", List.of(figure));
            }
        }
    }

    /** {@code up:concurrency}, {@code down:…} and {@code remove:…} of priorities, {@code drop:…} of constraints. */
    private static void act(Map<String, List<String>> query, @Nullable String deed) {
        if (deed == null || deed.indexOf(':') < 0) {
            return;
        }
        var factor = deed.substring(deed.indexOf(':') + 1);
        if (deed.startsWith("drop:")) {
            query.remove("minimum[" + factor + "]");
            query.remove("maximum[" + factor + "]");
            return;
        }
        var priorities = new ArrayList<>(query.getOrDefault("priorities", List.of()));
        int place = priorities.indexOf(factor);
        if (place < 0) {
            return;
        }
        priorities.remove(place);
        switch (deed.substring(0, deed.indexOf(':'))) {
            case "up" -> priorities.add(Math.max(0, place - 1), factor);
            case "down" -> priorities.add(Math.min(priorities.size(), place + 1), factor);
            case "remove" -> {}
            default -> priorities.add(place, factor);
        }
        if (priorities.isEmpty()) {
            query.remove("priorities");
        } else {
            query.put("priorities", priorities);
        }
    }

    /** The first way of weighing that is taken; who follows a link may have taken several, which is refused. */
    Way by() {
        return Arrays.stream(Way.values())
                .filter(way -> query.keySet().stream().anyMatch(way::isSaidBy))
                .findFirst()
                .orElse(Way.PROFILES);
    }

    List<String> list(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** Empty where it is left open. */
    String value(String name) {
        var values = query.get(name);
        return values == null ? "" : values.getFirst();
    }

    String value(String name, String key) {
        return value(name + "[" + key + "]");
    }

    /** What stands between the brackets of that name, in the order in which it came. */
    List<String> keys(String name) {
        return query.keySet().stream()
                .map(FIELD::matcher)
                .filter(field -> field.matches() && field.group(1).equals(name))
                .map(field -> field.group(2))
                .toList();
    }

    /**
     * What was read of it, shorter where a form was sent: a weight of 0 is as good as none, unless there is no other.
     *
     * @param read the requirements that the query says
     */
    Requirements meant(Requirements read) {
        boolean isWeighed = read.weights().values().stream().anyMatch(weight -> weight.signum() > 0);
        if (!isForm || !isWeighed) {
            return read;
        }
        var weights = new LinkedHashMap<>(read.weights());
        weights.values().removeIf(weight -> weight.signum() == 0);
        return new Requirements(
                read.useCases(),
                weights,
                read.priorities(),
                read.pairwise(),
                read.constraints(),
                read.experience(),
                read.method(),
                read.normalisation(),
                read.revision(),
                read.asOf(),
                read.samples(),
                read.seed(),
                read.robustness());
    }
}
