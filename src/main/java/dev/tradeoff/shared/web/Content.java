package dev.tradeoff.shared.web;

import io.netty.buffer.ByteBuf;

/** Bytes in two encodings, with the tag of each, however many representations share them. */
sealed interface Content permits InMemory, Packed {

    /** How the tag of the gzipped bytes ends. */
    String GZIPPED = "-gzip\"";

    byte[] bytes(boolean compressed);

    ByteBuf buffer(boolean compressed);

    int length(boolean compressed);

    boolean isCompressed();

    /** In quotes. */
    String tag(boolean compressed);

    /** In the heap, about. */
    int weight();
}
