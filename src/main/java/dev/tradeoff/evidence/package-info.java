/**
 * The claim linter: what is weak about claims, which of them contradict one another, and which agree. Pure, on the records
 * of knowledge, without database and clock; only {@link dev.tradeoff.evidence.EvidenceConfiguration} reads how strict it is.
 */
@NullMarked
package dev.tradeoff.evidence;

import org.jspecify.annotations.NullMarked;
