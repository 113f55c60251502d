package dev.tradeoff.published;

import dev.tradeoff.published.KnowledgeIndex.Hits;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** Pages of what is listed across comparisons: by stable key, or by relevance where words are searched. */
@Singleton
final class Lists {

    private static final int LONGEST_QUESTION = 200;

    /** What a word counts in each field. */
    private static final Map<String, Float> WEIGHTS =
            Map.of(KnowledgeIndex.TITLE, 3f, KnowledgeIndex.BODY, 1f, KnowledgeIndex.CONTEXT, 0.5f);

    private static final float OTHER_FIELD = 0.1f;
    private static final int ALL_WORDS_UP_TO = 2;

    private final PublishedKnowledge knowledge;
    private final Renderings renderings;
    private final Analyzer words = new EnglishText();

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

        /** What a cursor belongs to. */
        private String identity() {
            return kind + "\n" + filters + "\n" + words;
        }
    }

    /** Call off the event loop. */
    Representation page(Request request, Pagination pagination, UriInfo address) {
        int limit = pagination.size();
        var after = Cursor.decode(pagination.cursor(), request.identity());
        var hits = knowledge.read(snapshot ->
                snapshot.index().search(query(request, snapshot.technologies()), request.words != null, after, limit));
        var last = hits.last();
        var next = last == null ? null : last.encode(request.identity());
        var page = Representation.of(render(hits, limit, next), Caching.REVALIDATED);
        return next == null ? page : page.linking(Pagination.next(address, next));
    }

    private Query query(Request request, TechnologyTree technologies) {
        var query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(Filters.KIND, request.kind.name())), Occur.FILTER);
        request.filters.forEach((field, value) -> query.add(
                field.equals(Filters.TECHNOLOGY)
                        ? anyOf(field, technologies.withParts(value))
                        : new TermQuery(new Term(field, value)),
                Occur.FILTER));
        if (request.words != null) {
            query.add(about(request.words), Occur.MUST);
        }
        return query.build();
    }

    private static Query anyOf(String field, Set<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    /** Ranked by the words found, a title's more than a body's: both of two words, most of more. */
    private Query about(String question) {
        var fields = WEIGHTS.entrySet().stream()
                .map(field -> clauses(new QueryBuilder(words).createBooleanQuery(field.getKey(), question)).stream()
                        .map(word -> (Query) new BoostQuery(word, field.getValue()))
                        .toList())
                .toList();
        int count = fields.getFirst().size();
        if (count == 0) {
            return new MatchNoDocsQuery("only words that stand everywhere");
        }
        var query = new BooleanQuery.Builder();
        for (int i = 0; i < count; i++) {
            int word = i;
            var anyField = fields.stream().map(field -> field.get(word)).toList();
            query.add(new DisjunctionMaxQuery(anyField, OTHER_FIELD), Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(count <= ALL_WORDS_UP_TO ? count : (count * 2 + 2) / 3);
        return query.build();
    }

    private static List<Query> clauses(@Nullable Query query) {
        return switch (query) {
            case null -> List.of();
            case BooleanQuery all ->
                all.clauses().stream().map(clause -> clause.query()).toList();
            default -> List.of(query);
        };
    }

    private byte[] render(Hits hits, int limit, @Nullable String next) {
        var page = PageInfo.of(limit, next, hits.total().value());
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
