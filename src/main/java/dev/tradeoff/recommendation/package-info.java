/**
 * From a team's requirements to an answer: which option, by which numbers, resting on which claims, and how easily it would
 * be another. Everything but the resource is pure: the same requirements, revision and day give the same answer.
 */
@NullMarked
package dev.tradeoff.recommendation;

import org.jspecify.annotations.NullMarked;
