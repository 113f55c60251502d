package dev.tradeoff.authoring;

import java.util.function.Supplier;

/**
 * How a comparison stands: its latest revision, and whether that is archived.
 *
 * @param read reads the latest revision out of what the database holds, which takes its time where it is big
 * @param change the latest publication, archiving or bringing back of it, among all changes that readers see
 */
public record Standing(Supplier<Revision> read, boolean archived, long change) {}
