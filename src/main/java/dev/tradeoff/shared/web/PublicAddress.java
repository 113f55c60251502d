package dev.tradeoff.shared.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the service is for those who follow its links: as configured, else as the request says. Feeds, sitemaps, catalogue
 * entities and canonical links have to be absolute.
 */
@Singleton
public final class PublicAddress {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9._-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:[0-9]{1,5})?");

    private final @Nullable String configured;

    /** @throws IllegalArgumentException if what is configured is no address of a service */
    PublicAddress(@ConfigProperty(name = "tradeoff.public-url") Optional<URI> configured) {
        this.configured = configured.map(PublicAddress::checked).orElse(null);
    }

    private static String checked(URI address) {
        var scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")
                || address.getHost() == null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "tradeoff.public-url has to be like https://tradeoff.example.org, and is " + address);
        }
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** Scheme, host and, where there is one, the path under which a proxy has the service; without a slash at its end. */
    public String of(HttpServerRequest request) {
        if (configured != null) {
            return configured;
        }
        var host = request.getHeader(HttpHeaders.HOST);
        boolean isHost = host != null && HOST.matcher(host).matches();
        return request.scheme() + "://"
                + (isHost ? host : "localhost:" + request.localAddress().port());
    }
}
