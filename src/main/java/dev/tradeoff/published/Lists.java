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
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages of what is listed across comparisons: by stable key, or by relevance where words are searched. */
@Singleton
final class Lists {

    private static final int LONGEST_QUESTION = 200;

    private final PublishedKnowledge knowledge;
    private final Renderings renderings;

    Lists(PublishedKnowledge knowledge, Renderings renderings) {
        this.knowledge = knowledge;
        this.renderings = renderings;
    }

    /** What a list is of, which exact values its items must have, and which words are looked for. */
    static final class Request {

        private final ListKind kind;
        private final Map<String, String> filters = new LinkedHashMap<>();
        private @Nullable String words;

        Request(ListKind kind) {
            this.kind = kind;
        }

        Request filter(String field, @Nullable String value) {
            if (value != null) {
                filters.put(field, value);
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

        /** A technology stands for what is part of it too. */
        private Wanted in(TechnologyTree technologies) {
            var wanted = new LinkedHashMap<String, Set<String>>();
            wanted.put(Filters.KIND, Set.of(kind.name()));
            filters.forEach((field, value) -> wanted.put(
                    field, field.equals(Filters.TECHNOLOGY) ? technologies.withParts(value) : Set.of(value)));
            return new Wanted(wanted, words);
        }

        /** What a cursor belongs to. */
        private String identity() {
            return kind + "\n" + filters + "\n" + words;
        }
    }

    /** Call off the event loop. */
    Representation page(Request request, Pagination pagination, UriInfo address) {
        int limit = pagination.size();
        var after = Cursor.decode(pagination.cursor(), request.identity());
        return knowledge.read(snapshot -> page(request, after, limit, snapshot, address));
    }

    private Representation page(
            Request request, @Nullable Cursor after, int limit, Snapshot snapshot, UriInfo address) {
        var hits = snapshot.index().search(request.in(snapshot.technologies()), after, limit);
        var last = hits.last();
        var next = last == null ? null : last.encode(request.identity());
        var page = Representation.of(render(hits, limit, next), Caching.REVALIDATED)
                .standingWhile(() -> knowledge.current() == snapshot);
        return next == null ? page : page.linking(Pagination.next(address, next));
    }

    private byte[] render(Hits hits, int limit, @Nullable String next) {
        var page = PageInfo.of(limit, next, hits.total());
        var out = new ByteArrayOutputStream();
        out.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < hits.items().size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(hits.items().get(i));
        }
        out.writeBytes("],\"page\":".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(renderings.bytes(page));
        out.write('}');
        return out.toByteArray();
    }
}
