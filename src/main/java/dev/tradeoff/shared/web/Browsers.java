package dev.tradeoff.shared.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells requests of people, who follow links in a browser, from those of programs. */
public final class Browsers {

    private static final String HTML = "text/html";

    /** Whose callers read JSON, however they came there. */
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/q/", "/mcp", "/.well-known/");

    private Browsers() {}

    /** Whether it asks for a page, and at an address that is none of the API's. */
    public static boolean asksForPage(HttpServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        return reads
                && prefersHtml(request.getHeader(HttpHeaders.ACCEPT))
                && isForPeople(String.valueOf(request.path()));
    }

    private static boolean isForPeople(String path) {
        return FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }

    /** Browsers name HTML, and before all else; programs that take anything don't. */
    private static boolean prefersHtml(@Nullable String accept) {
        return accept != null && accept.strip().startsWith(HTML);
    }
}
