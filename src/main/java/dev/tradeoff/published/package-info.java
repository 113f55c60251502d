/**
 * Published knowledge, held ready to be served: the latest revisions in memory as records and rendered bytes, their
 * index, and the resources that read them. Everything readers see comes from here; nothing here is the source of truth.
 */
@NullMarked
package dev.tradeoff.published;

import org.jspecify.annotations.NullMarked;
