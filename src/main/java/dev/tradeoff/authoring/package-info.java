/**
 * How knowledge is edited: drafts, publishing them as immutable revisions, and the content that comes with the program.
 * Readers learn of a publication by {@link dev.tradeoff.authoring.Revisions} and the event it fires; this package knows
 * none of them.
 */
@NullMarked
package dev.tradeoff.authoring;

import org.jspecify.annotations.NullMarked;
