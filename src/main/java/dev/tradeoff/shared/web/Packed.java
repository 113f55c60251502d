package dev.tradeoff.shared.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * Outside of the heap.
 *
 * @param packed the bytes and, behind them, the gzipped ones
 * @param length how many are not gzipped
 */
record Packed(String tag, ByteBuffer packed, int length) implements Content {

    @Override
    public boolean isCompressed() {
        return true;
    }

    private ByteBuffer encoded(boolean compressed) {
        return compressed ? packed.slice(length, length(true)) : packed.slice(0, length);
    }

    @Override
    public byte[] bytes(boolean compressed) {
        var copy = new byte[length(compressed)];
        encoded(compressed).get(copy);
        return copy;
    }

    @Override
    public ByteBuf buffer(boolean compressed) {
        return Unpooled.wrappedBuffer(encoded(compressed));
    }

    @Override
    public int length(boolean compressed) {
        return compressed ? packed.limit() - length : length;
    }

    @Override
    public String tag(boolean compressed) {
        return compressed ? tag.substring(0, tag.length() - 1) + GZIPPED : tag;
    }

    @Override
    public int weight() {
        return 256;
    }
}
