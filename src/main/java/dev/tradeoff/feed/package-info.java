/**
 * How readers follow what changes: publications as a list, as feeds and as a stream of events. What happened is told by
 * {@link dev.tradeoff.published.ChangeLog}; this package decides how it looks to each of them.
 */
@NullMarked
package dev.tradeoff.feed;

import org.jspecify.annotations.NullMarked;
