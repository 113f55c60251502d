package dev.tradeoff.access;

/** What a token is worth. */
sealed interface Verdict {

    /** It is good. */
    record Admitted(Caller caller) implements Verdict {}

    /** It is genuine, so that one knows whose it is, but is not taken any more, or not here. */
    record Rejected(Caller caller, String why) implements Verdict {}

    /** Nobody knows whose it is. */
    record Unknown() implements Verdict {}

    /** Nobody can tell at the moment. */
    record Undecided(String why) implements Verdict {}
}
