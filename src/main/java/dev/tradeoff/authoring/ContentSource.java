package dev.tradeoff.authoring;

/**
 * Where content is loaded from.
 *
 * @param takesOver whether it goes before other sources for what both have
 * @param author of what is published from it
 * @param first message of what is published for the first time
 * @param newer message of what is brought up to date
 */
record ContentSource(String name, boolean takesOver, String author, String first, String newer) {

    static final ContentSource PROGRAM = new ContentSource(
            "program", false, BundledContent.AUTHOR, "Comes with the program", "Comes with a newer program");

    static final ContentSource FOLDER = new ContentSource(
            "folder",
            true,
            "content-folder",
            "Loaded from the content folder",
            "Brought up to date from the content folder");
}
