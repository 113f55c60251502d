package dev.tradeoff.published;

import dev.tradeoff.shared.json.Text;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Shortcut;
import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of lists, unfiltered but for words, that take less work than the way to their operations. Whatever is unusual about an
 * address, or wrong, is left to the operation.
 */
@Singleton
final class QuickPages implements Shortcut {

    private static final String PREFIX = "/api/v1/";
    private static final Set<String> PARAMETERS = Set.of("q", "limit", "cursor");
    private static final Map<String, ListKind> KINDS = Stream.of(
                    ListKind.COMPARISON,
                    ListKind.FACTOR,
                    ListKind.USE_CASE,
                    ListKind.CLAIM,
                    ListKind.FAQ,
                    ListKind.RECOMMENDATION,
                    ListKind.TECHNOLOGY)
            .collect(Collectors.toMap(ListKind::path, Function.identity()));

    private final Lists lists;

    QuickPages(Lists lists) {
        this.lists = lists;
    }

    @Override
    public boolean makesAnswers() {
        return true;
    }

    @Override
    public String template(String uri) {
        return path(uri);
    }

    @Override
    public @Nullable Representation find(String uri) {
        var path = path(uri);
        var kind = path.startsWith(PREFIX) ? KINDS.get(path.substring(PREFIX.length())) : null;
        if (kind == null) {
            return null;
        }
        var query = path.length() == uri.length() ? null : uri.substring(path.length() + 1);
        var asked = query == null ? Map.<String, String>of() : parameters(query);
        if (asked == null) {
            return null;
        }
        try {
            var request = new Lists.Request(kind).search(asked.get("q"));
            var pagination = new Pagination(asked.get("limit"), asked.get("cursor"));
            return lists.quickPage(request, pagination, path, query).orElse(null);
        } catch (Refused e) {
            return null; // to be refused by the operation
        }
    }

    private static String path(String uri) {
        int end = uri.indexOf('?');
        return end < 0 ? uri : uri.substring(0, end);
    }

    /** Those of {@link #PARAMETERS}; null where there are others, one of them twice, or one that would be refused unread. */
    private static @Nullable Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (var parameter : query.split("&", -1)) {
            int end = parameter.indexOf('=');
            var name = end < 0 ? "" : parameter.substring(0, end);
            var value = PARAMETERS.contains(name) ? decoded(parameter.substring(end + 1)) : null;
            if (value == null || found.put(name, value) != null) {
                return null;
            }
        }
        return found;
    }

    private static @Nullable String decoded(String encoded) {
        try {
            var value = QueryStringDecoder.decodeComponent(encoded, StandardCharsets.UTF_8);
            return value.isEmpty() || !Text.isClean(value) || value.indexOf('\uFFFD') >= 0 ? null : value;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
