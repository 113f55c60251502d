package dev.tradeoff.published;

import dev.tradeoff.authoring.RevisionLog.Entry;
import dev.tradeoff.knowledge.Change;
import dev.tradeoff.knowledge.Changes;
import dev.tradeoff.knowledge.Comparison;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What happened, in few words: so many that a hundred publications of whatever size fit into memory. */
final class Telling {

    private static final int MOST_CHANGES = 20;
    private static final int LONGEST = 300;

    private Telling() {}

    static Happening of(Entry entry) {
        var revision = entry.revision();
        var comparison = revision.comparison();
        var technologies = technologies(comparison);
        return switch (entry.kind()) {
            case PUBLISHED -> {
                var before = entry.before();
                var changes = before == null ? Changes.first(comparison) : Changes.between(before, comparison);
                var told =
                        changes.stream().limit(MOST_CHANGES).map(Change::text).map(Telling::cut);
                yield new Happening.Published(
                        entry.place(),
                        comparison.slug(),
                        comparison.title(),
                        revision.number(),
                        technologies,
                        revision.publishedAt(),
                        revision.publishedBy(),
                        revision.message(),
                        told.toList(),
                        Math.max(0, changes.size() - MOST_CHANGES));
            }
            case ARCHIVED ->
                new Happening.Archived(
                        entry.place(), comparison.slug(), comparison.title(), revision.number(), technologies);
            case UNARCHIVED ->
                new Happening.Unarchived(
                        entry.place(), comparison.slug(), comparison.title(), revision.number(), technologies);
        };
    }

    private static Set<String> technologies(Comparison comparison) {
        return Stream.concat(
                        comparison.options().stream().map(option -> option.technology()),
                        comparison.claims().stream().map(claim -> claim.subject()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
