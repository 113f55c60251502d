package dev.tradeoff.search;

import dev.tradeoff.search.Excerpt.Span;
import dev.tradeoff.search.KnowledgeIndex.Found;
import dev.tradeoff.search.KnowledgeIndex.Highlight;
import dev.tradeoff.search.KnowledgeIndex.Hit;
import dev.tradeoff.search.KnowledgeIndex.Hits;
import dev.tradeoff.search.KnowledgeIndex.Suggestion;
import dev.tradeoff.search.KnowledgeIndex.Suggestion.Reason;
import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Looks things up in one state of the index. Ranked by BM25 (Robertson et al., 1994) over weighed words, then by key. */
final class Search {

    private static final Sort BY_KEY = new Sort(new SortField(Fields.KEY, SortField.Type.STRING));
    private static final Sort BY_SCORE =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.KEY, SortField.Type.STRING));

    /** When a word counts half of what it could: three times, as once in a text is twice. */
    private static final float SATURATION = 3;

    /** How much the length of a text counts: little, as what is long here is so because it says more. */
    private static final float LENGTH = 0.3f;

    /** How many equally good hits are sorted by key at the end of a first page, before the index has to do it. */
    private static final int MOST_EQUALS = 30;

    private static final int MOST_COMPLETIONS = 5;

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private volatile @Nullable Names names;

    Search(IndexReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new BM25Similarity(SATURATION, LENGTH));
        searcher.setQueryCache(null); // pages are cheap, and a cache would outlive the readers it was made for
    }

    Hits list(Wanted wanted, @Nullable Cursor after, int limit) throws IOException {
        var page = page(wanted, interpret(wanted), after, limit);
        var items = new ArrayList<byte[]>(limit);
        for (var hit : page.hits(limit)) {
            items.add(bytes(hit, Fields.JSON));
        }
        return new Hits(items, last(page, limit), page.total());
    }

    Found find(Wanted wanted, Map<String, Set<String>> counted, @Nullable Cursor after, int limit) throws IOException {
        var filters = new LinkedHashMap<>(wanted.filters());
        counted.forEach((field, values) -> {
            if (!values.isEmpty()) {
                filters.put(field, values);
            }
        });
        var interpretation = interpret(wanted);
        var page = page(
                new Wanted(filters, wanted.words()),
                interpretation == null ? null : interpretation.amongAllKinds(),
                after,
                limit);
        var facets = Facets.of(searcher, wanted.filtered(page.query()), counted);
        return new Found(
                hits(page, limit, interpretation),
                last(page, limit),
                page.total(),
                facets,
                suggestions(interpretation, page.total() > 0));
    }

    /** In no order. */
    List<String> keys(Wanted wanted) throws IOException {
        return searcher.search(wanted.all(), Keys.manager());
    }

    private @Nullable Interpretation interpret(Wanted wanted) throws IOException {
        var words = wanted.words();
        return words == null ? null : Interpreter.interpret(searcher, names(), Question.of(words));
    }

    /** Read once from each state, by whoever asks first. */
    private Names names() throws IOException {
        var known = names;
        if (known == null) {
            known = Names.of(reader);
            names = known;
        }
        return known;
    }

    /**
     * What was found, one more than was wanted if there is.
     *
     * @param query what was looked for, without filters
     */
    private record Page(Query query, List<ScoreDoc> found, long total) {

        List<ScoreDoc> hits(int limit) {
            return found.subList(0, Math.min(limit, found.size()));
        }
    }

    private @Nullable Cursor last(Page page, int limit) throws IOException {
        if (page.found().size() <= limit) {
            return null;
        }
        var hit = page.found().get(limit - 1);
        return new Cursor(hit.score, sorted(hit, Fields.KEY));
    }

    private Page page(Wanted wanted, @Nullable Interpretation question, @Nullable Cursor after, int limit)
            throws IOException {
        if (question == null) {
            var all = wanted.all();
            var place =
                    after == null ? null : new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {new BytesRef(after.key())});
            var top = top(all, BY_KEY, place, limit);
            var hits = Arrays.stream(top.scoreDocs)
                    .map(hit -> new ScoreDoc(hit.doc, 0))
                    .toList();
            return new Page(all, hits, top.totalHits.value());
        }
        var page = ranked(wanted, question.mostWords(), after, limit);
        return page.total() == 0 && question.hasSeveralWords()
                ? ranked(wanted, question.anyWord(), after, limit)
                : page;
    }

    private Page ranked(Wanted wanted, Query query, @Nullable Cursor after, int limit) throws IOException {
        var filtered = wanted.filtered(query);
        if (after == null) {
            var first = firstPage(query, filtered, limit);
            if (first != null) {
                return first;
            }
        }
        var place = after == null ? null : afterScore(now(filtered, after));
        var top = top(filtered, BY_SCORE, place, limit);
        var hits = Arrays.stream(top.scoreDocs)
                .map(hit -> new ScoreDoc(hit.doc, (Float) ((FieldDoc) hit).fields[0]))
                .toList();
        return new Page(query, hits, top.totalHits.value());
    }

    /**
     * The beginning by score alone, which is half the work; nothing where more are equally good than are looked at, which
     * their keys have to tell apart.
     */
    private @Nullable Page firstPage(Query query, Query filtered, int limit) throws IOException {
        int enough = limit + 1 + MOST_EQUALS;
        var found = searcher.search(filtered, new TopScoreDocCollectorManager(enough, null, PageInfo.EXACT_TOTAL + 1));
        var hits = found.scoreDocs;
        if (hits.length == enough && hits[limit].score == hits[enough - 1].score) {
            return null;
        }
        var page = new ArrayList<ScoreDoc>();
        for (int from = 0; from < hits.length && page.size() <= limit; ) {
            int to = from + 1;
            while (to < hits.length && hits[to].score == hits[from].score) {
                to++;
            }
            page.addAll(
                    to == from + 1
                            ? List.of(hits[from])
                            : byKey(Arrays.asList(hits).subList(from, to)));
            from = to;
        }
        return new Page(query, page.subList(0, Math.min(page.size(), limit + 1)), found.totalHits.value());
    }

    private List<ScoreDoc> byKey(List<ScoreDoc> equals) throws IOException {
        var byKey = new TreeMap<String, ScoreDoc>();
        for (var hit : equals) {
            byKey.put(sorted(hit, Fields.KEY), hit);
        }
        return List.copyOf(byKey.values());
    }

    private TopFieldDocs top(Query query, Sort sort, @Nullable FieldDoc after, int limit) throws IOException {
        return searcher.search(query, new TopFieldCollectorManager(sort, limit + 1, after, PageInfo.EXACT_TOTAL + 1));
    }

    private static FieldDoc afterScore(Cursor place) {
        return new FieldDoc(Integer.MAX_VALUE, place.score(), new Object[] {place.score(), new BytesRef(place.key())});
    }

    /**
     * A place in a ranked list, with the score that its item has in this state: what is published in between, and
     * what another replica has merged, moves all scores. An item that is gone leaves its score behind.
     */
    private Cursor now(Query query, Cursor place) throws IOException {
        var item = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(Fields.KEY, place.key())), Occur.FILTER)
                .build();
        var found = searcher.search(item, 1).scoreDocs;
        return found.length == 0 ? place : new Cursor(found[0].score, place.key());
    }

    private List<Hit> hits(Page page, int limit, @Nullable Interpretation question) throws IOException {
        var found = page.hits(limit);
        var terms = question == null ? Map.<String, Boolean>of() : question.marked();
        var highlights =
                Highlights.of(reader, found.stream().mapToInt(hit -> hit.doc).toArray(), terms);
        var hits = new ArrayList<Hit>(found.size());
        for (var hit : found) {
            var places = highlights.in(hit.doc);
            var title = Excerpt.whole(text(hit, Fields.TITLE), places.title());
            var text = Excerpt.of(text(hit, Fields.BODY), places.body());
            hits.add(new Hit(
                    sorted(hit, KnowledgeIndex.KIND),
                    sorted(hit, Fields.KEY),
                    title.text(),
                    text.text(),
                    Stream.concat(
                                    title.highlights().stream().map(span -> highlight(true, span)),
                                    text.highlights().stream().map(span -> highlight(false, span)))
                            .toList(),
                    hit.score));
        }
        return hits;
    }

    private static Highlight highlight(boolean inTitle, Span span) {
        return new Highlight(inTitle, span.start(), span.end());
    }

    private List<Suggestion> suggestions(@Nullable Interpretation interpretation, boolean found) throws IOException {
        if (interpretation == null) {
            return List.of();
        }
        var suggestions = new ArrayList<Suggestion>();
        var question = interpretation.question();
        if (!interpretation.corrected().isEmpty()) {
            suggestions.add(new Suggestion(Reason.CORRECTION, question.with(interpretation.corrected())));
        } else if (question.open()) {
            suggestions.addAll(completions(question));
        }
        if (!found
                && !question.broader().isEmpty()
                && !question.broader().equals(question.text().strip())) {
            suggestions.add(new Suggestion(Reason.BROADER, question.broader()));
        }
        return suggestions;
    }

    private List<Suggestion> completions(Question question) throws IOException {
        var last = question.words().getLast();
        return new Vocabulary(reader)
                .completions(last.spelling()).stream()
                        .filter(word -> !word.spelling().equals(last.spelling()))
                        .limit(MOST_COMPLETIONS)
                        .map(word -> new Suggestion(Reason.COMPLETION, question.with(Map.of(last, word.spelling()))))
                        .toList();
    }

    private String text(ScoreDoc hit, String field) throws IOException {
        return new String(bytes(hit, field), StandardCharsets.UTF_8);
    }

    private byte[] bytes(ScoreDoc hit, String field) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
        var values = DocValues.getBinary(leaf.reader(), field);
        return values.advanceExact(hit.doc - leaf.docBase)
                ? BytesRef.deepCopyOf(values.binaryValue()).bytes
                : new byte[0];
    }

    private String sorted(ScoreDoc hit, String field) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
        var values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(hit.doc - leaf.docBase)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }
}
