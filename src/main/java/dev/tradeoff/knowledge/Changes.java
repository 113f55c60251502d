package dev.tradeoff.knowledge;

import dev.tradeoff.knowledge.Change.Kind;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two states of a comparison, in words of the domain: members by slug, assessments, fits and roles
 * by option, weights by factor; never by position, so that an insertion is one change and not many.
 */
public final class Changes {

    private final List<Change> found = new ArrayList<>();

    private Changes() {}

    /** All changes from {@code before} to {@code after}, the comparison's own fields first, then collection by collection. */
    public static List<Change> between(Comparison before, Comparison after) {
        var changes = new Changes();
        changes.header(before, after);
        for (var section : Section.values()) {
            changes.section(section, section.of(before), section.of(after));
        }
        return List.copyOf(changes.found);
    }

    /** All of it, as against nothing: what a first revision changes. */
    public static List<Change> first(Comparison comparison) {
        return between(Comparison.of(comparison.slug(), "", "", "", List.of(), Map.of()), comparison);
    }

    private void header(Comparison before, Comparison after) {
        var own = new Place(null, null, "Comparison");
        compare(own, "title", before.title(), after.title());
        compare(own, "question", before.question(), after.question());
        compare(own, "summary", before.summary(), after.summary());
        compare(own, "tags", before.tags(), after.tags());
    }

    private void section(Section section, List<? extends Member> before, List<? extends Member> after) {
        Map<String, Member> old = bySlug(before);
        Map<String, Member> now = bySlug(after);
        old.forEach((slug, member) -> {
            if (!now.containsKey(slug)) {
                add(Kind.REMOVED, Place.of(section, member), null, member, null, "removed");
            }
        });
        now.forEach((slug, member) -> {
            var was = old.get(slug);
            if (was == null) {
                add(Kind.ADDED, Place.of(section, member), null, null, member, "added");
            } else if (!was.equals(member)) {
                fields(Place.of(section, member), "", (Record) was, (Record) member);
            }
        });
        order(
                new Place(section.field(), null, "The " + section.noun() + "s"),
                "order",
                "the order changed",
                old.keySet(),
                now.keySet());
    }

    /** What came or went is no change of order. */
    private void order(Place place, String field, String text, Set<String> old, Set<String> now) {
        var before = old.stream().filter(now::contains).toList();
        var after = now.stream().filter(old::contains).toList();
        if (!before.equals(after)) {
            add(Kind.CHANGED, place, field, before, after, text);
        }
    }

    private static Map<String, Member> bySlug(List<? extends Member> members) {
        return members.stream().collect(Collectors.toMap(Member::slug, m -> m, (a, b) -> a, LinkedHashMap::new));
    }

    private void fields(Place place, String prefix, Record before, Record after) {
        for (var component : before.getClass().getRecordComponents()) {
            compare(place, prefix + component.getName(), value(component, before), value(component, after));
        }
    }

    private void compare(Place place, String field, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Record was && after instanceof Record is) {
            fields(place, field + "/", was, is);
        } else if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
            entries(place, field, keyed(was), keyed(is));
        } else if (byOption(before) instanceof Map<String, Object> was
                && byOption(after) instanceof Map<String, Object> is) {
            entries(place, field, was, is);
            order(place, field, words(field) + ": the order changed", was.keySet(), is.keySet());
        } else if (before instanceof List<?> was && after instanceof List<?> is) {
            add(Kind.CHANGED, place, field, before, after, words(field) + ": " + listed(was, is));
        } else {
            add(
                    Kind.CHANGED,
                    place,
                    field,
                    before,
                    after,
                    words(field) + " changed from " + said(before) + " to " + said(after));
        }
    }

    private void entries(Place place, String field, Map<String, Object> before, Map<String, Object> after) {
        var keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (var key : keys) {
            var at = field + "/" + key;
            var was = before.get(key);
            var is = after.get(key);
            if (was == null) {
                add(Kind.ADDED, place, at, null, is, words(at) + " added" + told(is));
            } else if (is == null) {
                add(Kind.REMOVED, place, at, was, null, words(at) + " removed" + told(was));
            } else {
                compare(place, at, was, is);
            }
        }
    }

    /** Assessments, fits and roles are lists for their authors, but each is of one option. */
    private static @Nullable Map<String, Object> byOption(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        var keyed = new LinkedHashMap<String, Object>();
        for (var item : list) {
            var option =
                    switch (item) {
                        case Assessment assessment -> assessment.option();
                        case UseCase.Fit fit -> fit.option();
                        case Recommendation.Role role -> role.option();
                        default -> null;
                    };
            if (option == null || keyed.put(option, item) != null) {
                return null;
            }
        }
        return keyed;
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        var keyed = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), Objects.requireNonNull(value)));
        return keyed;
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor can be read", e);
        }
    }

    private void add(
            Kind kind,
            Place place,
            @Nullable String field,
            @Nullable Object before,
            @Nullable Object after,
            String text) {
        found.add(new Change(kind, place.collection(), place.slug(), field, before, after, place.name() + ": " + text));
    }

    /** {@code assessments/nodejs/score} as people say it: {@code score of nodejs}. */
    private static String words(String field) {
        var parts = field.split("/");
        var last = parts[parts.length - 1].replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        if (parts.length == 1) {
            return last;
        }
        return switch (parts[0]) {
            case "assessments", "fits", "roles" ->
                parts.length == 2 ? singular(parts[0]) + " of " + parts[1] : last + " of " + parts[1];
            case "weights" -> parts.length == 2 ? "weight of " + parts[1] : last;
            case "scale" -> parts.length == 2 ? "meaning of " + parts[1] + " on the scale" : last;
            default -> last;
        };
    }

    private static String singular(String plural) {
        return plural.substring(0, plural.length() - 1);
    }

    private static String listed(List<?> before, List<?> after) {
        var added = without(after, before);
        var removed = without(before, after);
        if (added.isEmpty() && removed.isEmpty()) {
            return "the order changed";
        }
        var parts = new ArrayList<String>();
        if (!added.isEmpty()) {
            parts.add("added " + String.join(", ", added));
        }
        if (!removed.isEmpty()) {
            parts.add("removed " + String.join(", ", removed));
        }
        return String.join("; ", parts);
    }

    /** Each item as often as it stands in one list and not in the other. */
    private static List<String> without(List<?> list, List<?> others) {
        var matched = new HashMap<Object, Integer>();
        others.forEach(item -> matched.merge(item, 1, Integer::sum));
        return list.stream()
                .filter(item -> matched.merge(item, -1, Integer::sum) < 0)
                .map(Changes::said)
                .toList();
    }

    private static String told(@Nullable Object value) {
        return value instanceof Record ? "" : " (" + said(value) + ")";
    }

    private static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> text.isEmpty() ? "nothing" : "“" + text + "”";
            case BigDecimal number -> number.toPlainString();
            case Claim.Range(var min, var max) when min == null -> "at most " + said(max);
            case Claim.Range(var min, var max) when max == null -> "at least " + said(min);
            case Claim.Range(var min, var max) -> said(min) + " to " + said(max);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> value.toString();
        };
    }

    /** Where a change is, and how that place is called in its text. */
    private record Place(
            @Nullable String collection, @Nullable String slug, String name) {

        static Place of(Section section, Member member) {
            var noun = section.noun();
            return new Place(
                    section.field(),
                    member.slug(),
                    Character.toUpperCase(noun.charAt(0)) + noun.substring(1) + " " + member.slug());
        }
    }
}
