package dev.tradeoff.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.published.Happening;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A stream that somebody reads. It holds a place and nothing that is still to be sent: what comes next is looked for when the
 * connection has taken what came before. All of it runs on the event loop of its connection.
 */
final class OpenStream {

    private static final Logger LOG = Logger.getLogger(OpenStream.class);

    /** Browsers wait so long before they connect again. */
    private static final String AGAIN = "retry: 2000\n";

    private final ChangeStream wanted;
    private final HttpServerResponse response;
    private final Context context;
    private final ChangeLog log;
    private final ObjectMapper json;
    private long position;
    private boolean reading;
    private boolean waiting;
    private boolean over;

    OpenStream(ChangeStream wanted, Context context, ChangeLog log, ObjectMapper json) {
        this.wanted = wanted;
        this.response = wanted.request().response();
        this.context = context;
        this.log = log;
        this.json = json;
        this.position = wanted.after();
    }

    void begin() {
        response.setChunked(true);
        response.drainHandler(drained -> {
            waiting = false;
            advance();
        });
        write(AGAIN + ChangeEvent.place(position));
        advance();
    }

    /** There may be more to send. */
    void wake() {
        context.runOnContext(now -> advance());
    }

    /** Sends a sign of life, and ends it if the last one has not been taken yet. */
    void beat() {
        context.runOnContext(now -> {
            if (!over) {
                if (response.writeQueueFull() && waiting) {
                    LOG.debug("Cutting off a reader who takes nothing");
                    cut();
                } else if (response.writeQueueFull()) {
                    waiting = true;
                } else {
                    waiting = false;
                    write(ChangeEvent.place(position));
                }
            }
        });
    }

    /** A connection is closed by its server when everything was taken; beneath it nothing waits for that. */
    private void cut() {
        over = true;
        if (wanted.request().request().connection() instanceof HttpServerConnection connection) {
            var beneath = connection.channelHandlerContext();
            beneath.channel().config().setOption(ChannelOption.SO_LINGER, 0); // what the system holds for it goes too
            beneath.close();
        }
    }

    /** Whoever reads it comes again, here or to another replica, and goes on where it ended. */
    void end() {
        context.runOnContext(now -> {
            if (!over && response.writeQueueFull()) {
                cut(); // the end would wait for what is not taken
            } else if (!over) {
                over = true;
                response.end();
            }
        });
    }

    /** The connection is gone. */
    void gone() {
        over = true;
    }

    private void advance() {
        while (!over && !reading && !response.writeQueueFull()) {
            var next = log.held(position);
            if (next.isEmpty()) {
                read();
            } else if (next.get().isEmpty()) {
                return;
            } else {
                send(next.get());
            }
        }
    }

    /** As much of it as the connection takes. */
    private void send(List<Happening> next) {
        var concerned = wanted.concerned().get();
        for (var happening : next) {
            if (response.writeQueueFull()) {
                return;
            }
            position = happening.position();
            if (concerned.test(happening)) {
                write(ChangeEvent.text(happening, json));
            }
        }
    }

    private void write(String text) {
        response.write(text);
    }

    /** What is no longer in memory; where it cannot be read, the stream ends, and its reader tries again. */
    private void read() {
        reading = true;
        log.after(position)
                .subscribe()
                .with(
                        next -> context.runOnContext(now -> {
                            reading = false;
                            if (!over) {
                                send(next);
                                if (!next.isEmpty()) {
                                    advance();
                                }
                            }
                        }),
                        failure -> {
                            LOG.debug("A stream cannot go on", failure);
                            end();
                        });
    }
}
