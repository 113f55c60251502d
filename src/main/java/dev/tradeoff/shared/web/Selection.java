package dev.tradeoff.shared.web;

import io.netty.buffer.ByteBuf;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a representation goes to one client: which encoding, and whether the client has it already.
 *
 * @param tag the entity tag of that encoding
 */
record Selection(Representation representation, boolean compressed, String tag, boolean known) {

    private static final Pattern NOT_WANTED = Pattern.compile("[ \\t]*[qQ]=0(?:\\.0{0,3})?[ \\t]*");

    /** @param header gives a request header by its name, or null */
    static Selection of(Representation representation, UnaryOperator<@Nullable String> header) {
        boolean compressed = representation.isWorthCompressing() && acceptsGzip(header.apply("Accept-Encoding"));
        var tag = representation.isTagged() ? representation.tag(compressed) : ""; // to make one takes its time
        var tags = header.apply("If-None-Match");
        boolean known = representation.isTagged()
                && tags != null
                && EntityTags.parse(tags).filter(parsed -> parsed.matches(tag)).isPresent();
        return new Selection(representation, compressed, tag, known);
    }

    byte[] bytes() {
        return representation.bytes(compressed);
    }

    /** The bytes without copying them. */
    ByteBuf buffer() {
        return representation.buffer(compressed);
    }

    /** Takes a header's name and value. */
    interface Headers {
        void put(String name, String value);
    }

    /** All headers of the answer but Content-Type; values of Link one by one. */
    void headers(Headers headers) {
        if (representation.isTagged()) {
            headers.put("ETag", tag);
        }
        headers.put("Vary", representation.vary());
        headers.put("Cache-Control", representation.caching().directives());
        representation.links().forEach(link -> headers.put("Link", link));
        if (!known) {
            headers.put("Content-Length", Integer.toString(representation.length(compressed)));
            if (compressed) {
                headers.put("Content-Encoding", "gzip");
            }
        }
    }

    /** RFC 9110, 12.5.3: gzip is named, or everything is, and not with a quality of 0. */
    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        boolean everything = false;
        for (var item : header.split(",")) {
            var parts = item.split(";", 2);
            var coding = parts[0].strip();
            boolean wanted = parts.length == 1 || !NOT_WANTED.matcher(parts[1]).matches();
            if (coding.equalsIgnoreCase("gzip") || coding.equalsIgnoreCase("x-gzip")) {
                return wanted;
            }
            everything |= coding.equals("*") && wanted;
        }
        return everything;
    }
}
