package dev.tradeoff.published;

import dev.tradeoff.technology.Technologies;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The technologies by name, and what is part of what. */
final class TechnologyTree {

    private final Map<String, Technologies.Known> bySlug = new TreeMap<>();
    private final Map<String, String> slugByAlias = new HashMap<>();
    private final Map<String, List<String>> parts = new HashMap<>();

    TechnologyTree(List<Technologies.Known> technologies) {
        for (var known : technologies) {
            var technology = known.technology();
            bySlug.put(technology.slug(), known);
            technology.aliases().forEach(alias -> slugByAlias.put(alias, technology.slug()));
            if (technology.partOf() != null) {
                parts.computeIfAbsent(technology.partOf(), whole -> new ArrayList<>())
                        .add(technology.slug());
            }
        }
    }

    /** All of them, by slug. */
    Collection<Technologies.Known> everyOne() {
        return Collections.unmodifiableCollection(bySlug.values());
    }

    /** By slug or alias. */
    Optional<Technologies.Known> find(String name) {
        return Optional.ofNullable(bySlug.get(slug(name)));
    }

    /** What is directly part of it, by slug. */
    List<String> partsOf(String slug) {
        return parts.getOrDefault(slug, List.of()).stream().sorted().toList();
    }

    /** The technology of that slug or alias and all that is part of it, at any depth; the name itself if there is none. */
    Set<String> withParts(String name) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        open.add(slug(name));
        while (!open.isEmpty()) {
            var slug = open.remove();
            if (found.add(slug)) {
                open.addAll(parts.getOrDefault(slug, List.of()));
            }
        }
        return found;
    }

    private String slug(String name) {
        return bySlug.containsKey(name) ? name : slugByAlias.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }
}
