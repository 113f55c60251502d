package dev.tradeoff.webhook;

/** What became of an attempt to send a message. */
sealed interface Outcome {

    /** The receiver took it. */
    record Taken(int status) implements Outcome {}

    /** The receiver answered, and did not take it. */
    record Refused(int status) implements Outcome {}

    /** The receiver wants no messages any more (410). */
    record Gone(int status) implements Outcome {}

    /** It did not get there, or nobody answered in time. */
    record Unreached(String reason) implements Outcome {}
}
