package dev.tradeoff.authoring;

/**
 * How a comparison stands: its latest revision, and whether that is archived.
 *
 * @param change the latest publication, archiving or bringing back of it, among all changes that readers see
 */
public record Standing(Revision latest, boolean archived, long change) {}
