package dev.tradeoff.published;

import dev.tradeoff.search.KnowledgeIndex.Hits;
import dev.tradeoff.search.Wanted;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pages of what is listed across comparisons: by stable key, or by relevance where words are searched. */
@Singleton
final class Lists {

    private static final int LONGEST_QUESTION = 200;
    private static final byte[] ITEMS = "{\"items\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PAGE = "],\"page\":".getBytes(StandardCharsets.UTF_8);

    private final PublishedKnowledge knowledge;
    private final Renderings renderings;

    Lists(PublishedKnowledge knowledge, Renderings renderings) {
        this.knowledge = knowledge;
        this.renderings = renderings;
    }

    /** What a list is of, which exact values its items must have, and which words are looked for. */
    static final class Request {

        private static final Set<String> COUNTED = Set.of(Filters.KIND, Filters.COMPARISON, Filters.TECHNOLOGY);

        private final Map<String, Set<String>> filters = new LinkedHashMap<>();
        private @Nullable String words;

        Request(ListKind kind) {
            this(Set.of(kind.slug()));
        }

        /** @param kinds none: all */
        Request(Set<String> kinds) {
            filter(Filters.KIND, kinds);
        }

        Request filter(String field, @Nullable String value) {
            return filter(field, value == null ? Set.of() : Set.of(value));
        }

        /** @param values one of which it must have; none: anything */
        Request filter(String field, Set<String> values) {
            if (!values.isEmpty()) {
                filters.put(field, new TreeSet<>(values));
            }
            return this;
        }

        /** @throws dev.tradeoff.shared.problem.Refused if it is longer than 200 characters */
        Request search(@Nullable String q) {
            if (q != null && q.length() > LONGEST_QUESTION) {
                throw new Problem.InvalidParameter("q", "q must be at most " + LONGEST_QUESTION + " characters.")
                        .refused();
            }
            words = q == null || q.isBlank() ? null : Normalizer.normalize(q, Normalizer.Form.NFC);
            return this;
        }

        Wanted in(TechnologyTree technologies) {
            var wanted = new LinkedHashMap<String, Set<String>>();
            filters.keySet().forEach(field -> wanted.put(field, values(field, technologies)));
            return new Wanted(wanted, words);
        }

        /** Without the filters by which hits are counted. */
        private Wanted uncounted() {
            var wanted = new LinkedHashMap<>(filters);
            wanted.keySet().removeAll(COUNTED);
            return new Wanted(wanted, words);
        }

        private Map<String, Set<String>> counted(TechnologyTree technologies) {
            return COUNTED.stream().collect(Collectors.toMap(field -> field, field -> values(field, technologies)));
        }

        /** A technology stands for what is part of it too. */
        private Set<String> values(String field, TechnologyTree technologies) {
            var values = filters.getOrDefault(field, Set.of());
            return field.equals(Filters.TECHNOLOGY)
                    ? values.stream()
                            .flatMap(value -> technologies.withParts(value).stream())
                            .collect(Collectors.toSet())
                    : values;
        }

        /** What a cursor belongs to. */
        private String identity() {
            return filters + "\n" + words;
        }
    }

    /** What is found of whatever kind; call off the event loop. */
    Representation found(Request request, Pagination pagination, UriInfo address) {
        return found(request, pagination, cursor -> Pagination.next(address, cursor));
    }

    /** @param link from the cursor of the next page to the link that leads to it */
    Representation found(Request request, Pagination pagination, UnaryOperator<String> link) {
        int limit = pagination.size();
        var after = Cursor.decode(pagination.cursor(), request.identity());
        return knowledge.read(snapshot -> found(request, after, limit, snapshot, link));
    }

    private Representation found(
            Request request, @Nullable Cursor after, int limit, Snapshot snapshot, UnaryOperator<String> link) {
        var found = snapshot.index().find(request.uncounted(), request.counted(snapshot.technologies()), after, limit);
        var last = found.last();
        var next = last == null ? null : last.encode(request.identity());
        return linked(renderings.bytes(SearchPage.of(found, limit, next)), next, link)
                .standingWhile(() -> knowledge.current() == snapshot);
    }

    private static Representation linked(byte[] json, @Nullable String next, UnaryOperator<String> link) {
        var page = Representation.of(json, Caching.REVALIDATED);
        return next == null ? page : page.linking(link.apply(next));
    }

    /** Call off the event loop. */
    Representation page(Request request, Pagination pagination, UriInfo address) {
        return page(request, pagination, next -> Pagination.next(address, next));
    }

    /** @param link from the cursor of the next page to the link that leads to it */
    Representation page(Request request, Pagination pagination, UnaryOperator<String> link) {
        int limit = pagination.size();
        var after = Cursor.decode(pagination.cursor(), request.identity());
        return knowledge.read(snapshot -> {
            var hits = snapshot.index().search(request.in(snapshot.technologies()), after, limit);
            return page(request, limit, snapshot, hits, link);
        });
    }

    /**
     * The same, if it takes little work.
     *
     * @param path as it was sent
     * @param query as it was sent, if there is one
     */
    Optional<Representation> quickPage(Request request, Pagination pagination, String path, @Nullable String query) {
        int limit = pagination.size();
        var after = Cursor.decode(pagination.cursor(), request.identity());
        return knowledge.read(snapshot -> snapshot.index()
                .searchQuickly(request.in(snapshot.technologies()), after, limit)
                .map(hits -> page(request, limit, snapshot, hits, next -> Pagination.next(path, query, next))));
    }

    private Representation page(Request request, int limit, Snapshot snapshot, Hits hits, UnaryOperator<String> link) {
        var last = hits.last();
        var next = last == null ? null : last.encode(request.identity());
        return linked(render(hits, limit, next), next, link).standingWhile(() -> knowledge.current() == snapshot);
    }

    private byte[] render(Hits hits, int limit, @Nullable String next) {
        var page = renderings.bytes(PageInfo.of(limit, next, hits.total()));
        int length = ITEMS.length + Math.max(0, hits.items().size() - 1) + PAGE.length + page.length + 1;
        for (var item : hits.items()) {
            length += item.length;
        }
        var out = ByteBuffer.allocate(length).put(ITEMS);
        for (int i = 0; i < hits.items().size(); i++) {
            if (i > 0) {
                out.put((byte) ',');
            }
            out.put(hits.items().get(i));
        }
        return out.put(PAGE).put(page).put((byte) '}').array();
    }
}
