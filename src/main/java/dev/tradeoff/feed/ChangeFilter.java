package dev.tradeoff.feed;

import dev.tradeoff.published.ChangeLog;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whose changes are followed; both conditions must hold. */
record ChangeFilter(
        @Parameter(description = "Slug of a comparison: changes of it alone.", example = "nodejs-vs-python-backend")
        @RestQuery
        @Nullable
        String comparison,

        @Parameter(
                description =
                        "Slug or alias of a technology: changes of comparisons in which it, or a part of it, is an option or what a claim is about.",
                example = "python")
        @RestQuery
        @Nullable
        String technology) {

    ChangeLog.Wanted wanted(Since since) {
        return switch (since) {
            case Since.Position(long after) -> new ChangeLog.Wanted(after, null, comparison, technology);
            case Since.Time(var from) -> new ChangeLog.Wanted(0, from, comparison, technology);
        };
    }

    /** In words, to stand behind what is followed; empty for everything. */
    String words() {
        return (comparison == null ? "" : " of " + comparison)
                + (technology == null ? "" : " concerning " + technology);
    }

    /** As the query of an address, with its question mark; empty for everything. */
    String query() {
        return Stream.of(parameter("comparison", comparison), parameter("technology", technology))
                .filter(parameter -> !parameter.isEmpty())
                .collect(Collectors.collectingAndThen(Collectors.joining("&"), all -> all.isEmpty() ? "" : "?" + all));
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null
                ? ""
                : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
