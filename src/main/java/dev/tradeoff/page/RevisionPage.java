package dev.tradeoff.page;

import dev.tradeoff.knowledge.Change;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.published.PublishedComparisons.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A revision as its page shows it: what it changed, by collection. */
public final class RevisionPage {

    /** More are counted, and told by the API. */
    private static final int MOST_CHANGES = 400;

    private final Step step;

    RevisionPage(Step step) {
        this.step = step;
    }

    /**
     * Changes of one collection.
     *
     * @param name in the plural
     */
    public record Group(String name, List<Line> changes) {}

    /**
     * A change.
     *
     * @param kind added, removed or changed
     * @param text in words
     */
    public record Line(String kind, String text) {}

    public Step step() {
        return step;
    }

    public HistoryLine entry() {
        return HistoryLine.of(step.entry());
    }

    public String address() {
        return Addresses.comparison(step.entry().comparison());
    }

    public String api() {
        return "/api/v1/comparisons/" + step.entry().comparison() + "/revisions/"
                + step.entry().revision();
    }

    public int before() {
        return step.entry().revision() - 1;
    }

    public int after() {
        return step.entry().revision() + 1;
    }

    public boolean hasNext() {
        return step.entry().revision() < step.latest();
    }

    public String count() {
        return Words.count(step.changes().size(), "change");
    }

    /** How many changes are not shown. */
    public int further() {
        return Math.max(0, step.changes().size() - MOST_CHANGES);
    }

    public List<Group> groups() {
        var groups = new LinkedHashMap<String, List<Line>>();
        step.changes().stream().limit(MOST_CHANGES).forEach(change -> groups.computeIfAbsent(
                        name(change), name -> new ArrayList<>())
                .add(new Line(Words.constant(change.change()), change.text())));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static String name(Change change) {
        var collection = change.collection();
        return collection == null
                ? "The comparison itself"
                : Section.ofField(collection)
                        .map(section -> Words.capital(section.noun()) + "s")
                        .orElse(collection);
    }
}
