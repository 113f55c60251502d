package dev.tradeoff.page;

import dev.tradeoff.knowledge.Option;
import dev.tradeoff.published.PlainText;
import dev.tradeoff.published.PublishedComparisons.Listing;
import dev.tradeoff.published.PublishedComparisons.State;
import dev.tradeoff.published.PublishedSearch.Results;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The front door as its page shows it. */
public final class FrontPage {

    private final Site site;
    private final Listing listing;
    private final String question;
    private final @Nullable Results results;

    /**
     * @param question what was searched for; empty: nothing
     * @param results null where nothing was searched for
     */
    FrontPage(Site site, Listing listing, String question, @Nullable Results results) {
        this.site = site;
        this.listing = listing;
        this.question = question;
        this.results = results;
    }

    /** A comparison in the list. */
    public record Card(
            String slug, String href, String title, String question, String options, String published, int revision) {

        static Card of(State state) {
            var comparison = state.comparison();
            return new Card(
                    comparison.slug(),
                    Addresses.comparison(comparison.slug()),
                    comparison.title(),
                    comparison.question(),
                    String.join(
                            " · ",
                            comparison.options().stream().map(Option::name).toList()),
                    Words.time(state.entry().publishedAt()),
                    state.entry().revision());
        }
    }

    /**
     * The comparison to begin with.
     *
     * @param useCase slug of one of its use cases, by which a recommendation can be asked for; null if it has none
     */
    public record Example(
            Card card,
            String summary,
            String counts,
            @Nullable String useCase,
            String useCaseName,
            @Nullable String claim) {

        static Example of(State state) {
            var comparison = state.comparison();
            var useCase = comparison.useCases().stream().findFirst().orElse(null);
            return new Example(
                    Card.of(state),
                    Words.excerpt(PlainText.of(comparison.summary())),
                    String.join(
                            ", ",
                            Words.count(comparison.factors().size(), "factor"),
                            Words.count(comparison.claims().size(), "claim"),
                            Words.count(comparison.faqs().size(), "question") + " answered"),
                    useCase == null ? null : useCase.slug(),
                    useCase == null ? "" : useCase.name(),
                    comparison.claims().isEmpty()
                            ? null
                            : comparison.claims().getFirst().slug());
        }
    }

    public String base() {
        return site.base();
    }

    public String question() {
        return question;
    }

    public boolean isSearch() {
        return results != null;
    }

    public boolean isEmpty() {
        return listing.items().isEmpty();
    }

    public List<Card> comparisons() {
        return listing.items().stream().map(Card::of).toList();
    }

    /** How many comparisons are not shown. */
    public int further() {
        return listing.total() - listing.items().size();
    }

    /** The one of which most is known; null while nothing is published. */
    public @Nullable Example example() {
        return listing.items().stream()
                .max(Comparator.comparingInt(
                        state -> state.comparison().claims().size()))
                .map(Example::of)
                .orElse(null);
    }

    public List<Hit> hits() {
        return results == null
                ? List.of()
                : results.items().stream().map(Hit::of).toList();
    }

    public String count() {
        return results == null ? "" : Words.count((int) Math.min(Integer.MAX_VALUE, results.total()), "result");
    }

    /** How many hits are not shown. */
    public long furtherHits() {
        return results == null ? 0 : results.total() - results.items().size();
    }

    public List<String> suggestions() {
        return results == null ? List.of() : results.suggestions();
    }
}
