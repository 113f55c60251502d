/** What is weak about claims. Pure: on the records of knowledge, without database and clock. */
@NullMarked
package dev.tradeoff.evidence;

import org.jspecify.annotations.NullMarked;
