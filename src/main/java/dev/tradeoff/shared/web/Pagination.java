package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list that comes in pages. They are text here, so that a wrong one is our 400. */
public record Pagination(
        @Parameter(
                description = "How many items a page has, 1 to 100.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20"),
                example = "5")
        @RestQuery
        @Nullable
        String limit,

        @Parameter(
                description =
                        "The cursor of the page before (`page.next`). It stays valid while others publish, and belongs to the same filters.",
                schema = @Schema(type = SchemaType.STRING, maxLength = 1000, examples = "AW2g12gAAAAAbm9kZWpz"))
        @RestQuery
        @Nullable
        String cursor) {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    /** @throws dev.tradeoff.shared.problem.Refused if the limit is no whole number from 1 to 100 */
    public int size() {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MOST && limit.charAt(0) != '+') {
                return size;
            }
        } catch (NumberFormatException e) {
            // said below, with the numbers that are none of 1 to 100
        }
        throw new Problem.InvalidParameter("limit", "The limit must be a whole number from 1 to " + MOST + ".")
                .refused();
    }

    /**
     * The Link (RFC 8288) to the next page of what was asked, in the words in which it was asked; relative, so that it holds
     * behind any proxy.
     *
     * @param cursor as {@link Cursor} encodes it, in characters that addresses have
     */
    public static String next(UriInfo address, String cursor) {
        var uri = address.getRequestUri();
        return next(uri.getRawPath(), uri.getRawQuery(), cursor);
    }

    /**
     * The same of an address that is there as text.
     *
     * @param path as it was sent
     * @param query as it was sent, if there is one
     */
    public static String next(String path, @Nullable String query, String cursor) {
        var link = new StringBuilder("<").append(path).append('?');
        if (query != null) {
            for (var parameter : query.split("&")) {
                if (!parameter.isEmpty() && !isCursor(parameter)) {
                    link.append(parameter).append('&');
                }
            }
        }
        return link.append("cursor=").append(cursor).append(">; rel=\"next\"").toString();
    }

    private static boolean isCursor(String parameter) {
        int end = parameter.indexOf('=');
        var name = end < 0 ? parameter : parameter.substring(0, end);
        return name.equals("cursor")
                || name.indexOf('%') >= 0
                        && URLDecoder.decode(name, StandardCharsets.UTF_8).equals("cursor");
    }
}
