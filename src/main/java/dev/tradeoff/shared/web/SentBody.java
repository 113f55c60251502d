package dev.tradeoff.shared.web;

import io.vertx.core.buffer.Buffer;

/** The body of a request as the edge has received it. */
sealed interface SentBody {

    /** Where the routing context keeps it. */
    String KEY = "tradeoff.body";

    /** @param limit how long the operation lets it be, unpacked too */
    record Received(Buffer bytes, long limit) implements SentBody {}

    /** Thrown away, since the bodies of others take all the memory that there is for them. */
    record NoRoom() implements SentBody {}

    /** Beyond the limit, and thrown away. */
    record TooLarge(long limit) implements SentBody {}
}
