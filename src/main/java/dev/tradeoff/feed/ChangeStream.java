package dev.tradeoff.feed;

import dev.tradeoff.published.Happening;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A stream that is to be opened.
 *
 * @param request tells when its reader has gone
 * @param after what happened after that place is sent
 * @param concerned tells what of it is wanted, as things are at that moment
 */
record ChangeStream(RoutingContext request, long after, Supplier<Predicate<Happening>> concerned) {

    static final String MEDIA_TYPE = "text/event-stream";
}
