package dev.tradeoff.published;

import dev.tradeoff.shared.web.Pagination;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is published, searched and listed, for who tells it in another form than the operations do: the JSON that they answer.
 */
@Singleton
public final class PublishedLists {

    private static final UnaryOperator<String> UNLINKED = UnaryOperator.identity();

    private final Lists lists;
    private final PublishedKnowledge knowledge;

    PublishedLists(Lists lists, PublishedKnowledge knowledge) {
        this.lists = lists;
        this.knowledge = knowledge;
    }

    /**
     * What is wanted; whatever is null is any.
     *
     * @param words 200 characters at most, understood as in a search
     * @param comparison its slug
     * @param technology its slug or an alias; stands for what is part of it too
     */
    public record Wanted(
            @Nullable String words,
            @Nullable String comparison,
            @Nullable String technology) {

        private Lists.Request of(Lists.Request kind) {
            return kind.filter(Filters.COMPARISON, comparison)
                    .filter(Filters.TECHNOLOGY, technology)
                    .search(words);
        }
    }

    /**
     * The first hits, as {@code GET /api/v1/search} answers them. Call off the event loop.
     *
     * @param kinds of things; none: all
     * @param limit 1 to 100
     * @throws dev.tradeoff.shared.problem.Refused if a value is none that a search takes
     */
    public byte[] search(Wanted wanted, Set<String> kinds, int limit) {
        kinds.forEach(SearchResource::check);
        return lists.found(wanted.of(new Lists.Request(kinds)), page(limit, null), UNLINKED)
                .bytes();
    }

    /**
     * A page of claims, as {@code GET /api/v1/claims} answers it. Call off the event loop.
     *
     * @param issue what is the matter with them, whatever the day
     * @param limit 1 to 100
     * @param cursor of the page before
     * @throws dev.tradeoff.shared.problem.Refused if a value is none that the list takes
     */
    public byte[] claims(
            Wanted wanted, @Nullable String metric, @Nullable String issue, int limit, @Nullable String cursor) {
        new ListsResource.ClaimFilter(metric, issue).check();
        var request = wanted.of(new Lists.Request(ListKind.CLAIM))
                .filter(Filters.METRIC, metric)
                .filter(Filters.ISSUE, issue);
        return lists.page(request, page(limit, cursor), UNLINKED).bytes();
    }

    /**
     * A page of comparisons, as {@code GET /api/v1/comparisons} answers it. Call off the event loop.
     *
     * @param limit 1 to 100
     * @param cursor of the page before
     */
    public byte[] comparisons(Wanted wanted, int limit, @Nullable String cursor) {
        return lists.page(wanted.of(new Lists.Request(ListKind.COMPARISON)), page(limit, cursor), UNLINKED)
                .bytes();
    }

    private static Pagination page(int limit, @Nullable String cursor) {
        return new Pagination(Integer.toString(limit), cursor);
    }

    /** Slugs of comparisons that begin so, in their order, up to so many. */
    public List<String> comparisonsBeginningWith(String start, int most) {
        return knowledge.current().comparisons().values().stream()
                .filter(each -> !each.archived())
                .map(Latest::slug)
                .filter(slug -> slug.startsWith(start))
                .sorted()
                .limit(most)
                .collect(Collectors.toUnmodifiableList());
    }

    /** A number that grows with each publication. */
    public long publications() {
        return knowledge.current().publications();
    }
}
