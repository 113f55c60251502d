/**
 * What is known about one question: the records of a comparison, the rules that make one publishable, and what changed
 * between two. Pure: no database, no clock, no framework beyond the annotations that describe the records.
 */
@NullMarked
package dev.tradeoff.knowledge;

import org.jspecify.annotations.NullMarked;
