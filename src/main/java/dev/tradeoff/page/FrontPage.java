package dev.tradeoff.page;

import dev.tradeoff.published.PublishedComparisons.Listing;
import dev.tradeoff.published.PublishedSearch.Results;
import org.jspecify.annotations.Nullable;

/**
 * The front door.
 *
 * @param question what was searched for; empty: nothing
 * @param results null where nothing was searched for
 */
public record FrontPage(Listing comparisons, String question, @Nullable Results results) {}
