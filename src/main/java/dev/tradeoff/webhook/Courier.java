package dev.tradeoff.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Carries a message to its receiver. Every address that the receiver's name stands for must be public, and the connection goes
 * to one that was looked at, so that a name which stands for another address a moment later leads nowhere else. Redirects
 * are not followed; an answer is its status, and of its body no more is read than is needed to be polite.
 */
@Singleton
final class Courier {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int LONGEST_ANSWER = 16 * 1024;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int GONE = 410;

    private final Vertx vertx;
    private final WebhookSettings settings;
    private @Nullable HttpClient client;

    Courier(Vertx vertx, WebhookSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /** Made when something is sent for the first time, which may be never. */
    private synchronized HttpClient client() {
        var made = client;
        if (made == null) {
            made = vertx.createHttpClient(new HttpClientOptions()
                    .setKeepAlive(false) // the next message may have to go to another address
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setMaxPoolSize(Sender.AT_A_TIME));
            client = made;
        }
        return made;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (client != null) {
            client.close();
        }
    }

    /** Call off the event loop: it waits for the answer. */
    Outcome carry(URI receiver, Map<String, String> headers, byte[] body) {
        try {
            return address(receiver.getHost())
                    .map(address -> send(receiver, address, headers, body))
                    .orElse(new Outcome.Unreached("The host name stands for an address that is not public."));
        } catch (UnknownHostException e) {
            return new Outcome.Unreached("The host name cannot be resolved.");
        }
    }

    /** @return empty where one of them is not public */
    private Optional<InetAddress> address(String host) throws UnknownHostException {
        var all = List.of(InetAddress.getAllByName(host));
        return settings.allowPrivateAddresses() || all.stream().allMatch(Addresses::isPublic)
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }

    private Outcome send(URI receiver, InetAddress address, Map<String, String> headers, byte[] body) {
        boolean tls = receiver.getScheme().equalsIgnoreCase("https");
        int port = receiver.getPort() >= 0 ? receiver.getPort() : tls ? HTTPS : HTTP;
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(receiver.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(path(receiver));
        headers.forEach(options::putHeader);
        var sent = new AtomicReference<HttpClientRequest>();
        var answered = client().request(options)
                .compose(request -> {
                    sent.set(request);
                    return request.send(Buffer.buffer(body));
                })
                .compose(Courier::status)
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return outcome(answered.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Unreached(
                    "There was no answer within " + settings.timeLimit().toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            return new Outcome.Unreached(
                    "The connection failed: " + reason(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreached("The service was stopped.");
        } finally {
            var request = sent.get();
            if (request != null) {
                request.reset(); // closes what is still open
            }
        }
    }

    private static String path(URI receiver) {
        var path = receiver.getRawPath().isEmpty() ? "/" : receiver.getRawPath();
        return receiver.getRawQuery() == null ? path : path + "?" + receiver.getRawQuery();
    }

    private static Future<Integer> status(HttpClientResponse answer) {
        var status = Promise.<Integer>promise();
        var read = new int[1];
        answer.handler(piece -> {
            read[0] += piece.length();
            if (read[0] > LONGEST_ANSWER) {
                status.tryComplete(answer.statusCode());
            }
        });
        answer.exceptionHandler(cut -> status.tryComplete(answer.statusCode()));
        answer.endHandler(end -> status.tryComplete(answer.statusCode()));
        return status.future();
    }

    private static Outcome outcome(int status) {
        return status / 100 == 2
                ? new Outcome.Taken(status)
                : status == GONE ? new Outcome.Gone(status) : new Outcome.Refused(status);
    }

    /** In the words of whoever it failed for, without where the connection went. */
    private static String reason(@Nullable Throwable failure) {
        return switch (failure) {
            case SSLException e -> "no agreement on TLS; the certificate may not be trusted, or be for another name.";
            case ConnectException e -> "nobody accepts it.";
            case null, default -> "it was cut before there was an answer.";
        };
    }
}
