/** What can go wrong with a request, in domain words, and the one place that turns it into RFC 9457 problem details. */
@NullMarked
package dev.tradeoff.shared.problem;

import org.jspecify.annotations.NullMarked;
