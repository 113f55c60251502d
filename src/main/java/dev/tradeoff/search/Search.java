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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
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

    /** So many entries with one of the words, counted for each word, are gone through in less than half a millisecond. */
    private static final long QUICKLY_READ = 60_000;

    private final IndexReader reader;
    private final IndexSearcher searcher;
    private final TermLookup terms;
    private final Vocabulary vocabulary;
    private final Columns columns;
    private volatile @Nullable Names names;

    Search(IndexReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.terms = new TermLookup(reader);
        this.vocabulary = new Vocabulary(reader);
        this.columns = new Columns(reader);
        searcher.setSimilarity(new BM25Similarity(SATURATION, LENGTH));
        searcher.setQueryCache(null); // pages are cheap, and a cache would outlive the readers it was made for
    }

    Hits list(Wanted wanted, @Nullable Cursor after, int limit) throws IOException {
        var lookup = terms.new Asked();
        return list(wanted.filters(lookup), interpret(wanted, lookup), after, limit);
    }

    /** The same where words are only to be looked up, and stand in few entries; else nothing. */
    Optional<Hits> listQuickly(Wanted wanted, @Nullable Cursor after, int limit) throws IOException {
        var lookup = terms.new Asked();
        var words = wanted.words();
        if (words == null) {
            return Optional.of(list(wanted.filters(lookup), null, after, limit));
        }
        var interpretation = Interpreter.quickly(lookup, vocabulary, names(), Question.of(words));
        return interpretation == null || lookup.entries() > QUICKLY_READ
                ? Optional.empty()
                : Optional.of(list(wanted.filters(lookup), interpretation, after, limit));
    }

    private Hits list(List<Query> filters, @Nullable Interpretation question, @Nullable Cursor after, int limit)
            throws IOException {
        var page = page(filters, question, after, limit);
        var items = List.of(columns.binary(page.hits(limit), Fields.JSON));
        return new Hits(items, last(page, limit), page.total());
    }

    Found find(Wanted wanted, Map<String, Set<String>> counted, @Nullable Cursor after, int limit) throws IOException {
        var filters = new LinkedHashMap<>(wanted.filters());
        counted.forEach((field, values) -> {
            if (!values.isEmpty()) {
                filters.put(field, values);
            }
        });
        var lookup = terms.new Asked();
        var interpretation = interpret(wanted, lookup);
        var page = page(
                new Wanted(filters, wanted.words()).filters(lookup),
                interpretation == null ? null : interpretation.amongAllKinds(),
                after,
                limit);
        var uncounted = page.sought().among(wanted.filters(lookup));
        return new Found(
                hits(page, limit, interpretation),
                last(page, limit),
                page.total(),
                Facets.of(searcher, uncounted, counted),
                suggestions(interpretation, page.total() > 0));
    }

    /** In no order. */
    List<String> keys(Wanted wanted) throws IOException {
        return searcher.search(Wanted.all(wanted.filters(terms.new Asked())), Keys.manager());
    }

    private @Nullable Interpretation interpret(Wanted wanted, TermLookup.Asked lookup) throws IOException {
        var words = wanted.words();
        return words == null ? null : Interpreter.interpret(lookup, vocabulary, names(), Question.of(words));
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

    /** What is looked for, among what passes filters. */
    private interface Sought {
        Query among(List<Query> filters);
    }

    /** What was found, one more than was wanted if there is. */
    private record Page(Sought sought, List<ScoreDoc> found, long total) {

        List<ScoreDoc> hits(int limit) {
            return found.subList(0, Math.min(limit, found.size()));
        }
    }

    private @Nullable Cursor last(Page page, int limit) throws IOException {
        if (page.found().size() <= limit) {
            return null;
        }
        var hit = page.found().get(limit - 1);
        return new Cursor(hit.score, text(columns.sorted(List.of(hit), Fields.KEY)[0]));
    }

    private Page page(List<Query> filters, @Nullable Interpretation question, @Nullable Cursor after, int limit)
            throws IOException {
        if (question == null) {
            return unranked(filters, after, limit);
        }
        var page = ranked(question::mostWords, filters, after, limit);
        return page.total() == 0 && question.hasSeveralWords()
                ? ranked(question::anyWord, filters, after, limit)
                : page;
    }

    private Page unranked(List<Query> filters, @Nullable Cursor after, int limit) throws IOException {
        var place = after == null ? null : new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {new BytesRef(after.key())});
        var top = top(Wanted.all(filters), BY_KEY, place, limit);
        var hits = Arrays.stream(top.scoreDocs)
                .map(hit -> new ScoreDoc(hit.doc, 0))
                .toList();
        return new Page(Wanted::all, hits, top.totalHits.value());
    }

    private Page ranked(Sought sought, List<Query> filters, @Nullable Cursor after, int limit) throws IOException {
        var query = sought.among(filters);
        if (after == null) {
            var first = firstPage(sought, query, limit);
            if (first != null) {
                return first;
            }
        }
        var top = top(query, BY_SCORE, after == null ? null : afterScore(now(query, after)), limit);
        var hits = Arrays.stream(top.scoreDocs)
                .map(hit -> new ScoreDoc(hit.doc, (Float) ((FieldDoc) hit).fields[0]))
                .toList();
        return new Page(sought, hits, top.totalHits.value());
    }

    /**
     * The beginning by score alone, which is half the work; nothing where more are equally good than are looked at, which
     * their keys have to tell apart. In one part of the index they come by key anyway.
     */
    private @Nullable Page firstPage(Sought sought, Query query, int limit) throws IOException {
        boolean inOnePart = reader.leaves().size() == 1;
        int enough = limit + 1 + (inOnePart ? 0 : MOST_EQUALS);
        var found = searcher.search(query, new TopScoreDocCollectorManager(enough, null, PageInfo.EXACT_TOTAL + 1));
        var hits = Arrays.asList(found.scoreDocs);
        if (!inOnePart) {
            if (hits.size() == enough && hits.get(limit).score == hits.getLast().score) {
                return null;
            }
            sortEquals(hits);
        }
        return new Page(sought, hits.subList(0, Math.min(hits.size(), limit + 1)), found.totalHits.value());
    }

    private void sortEquals(List<ScoreDoc> hits) throws IOException {
        for (int from = 0; from < hits.size(); ) {
            int to = from + 1;
            while (to < hits.size() && hits.get(to).score == hits.get(from).score) {
                to++;
            }
            if (columns.part(hits.get(from)) != columns.part(hits.get(to - 1))) {
                sortByKey(hits.subList(from, to));
            }
            from = to;
        }
    }

    private void sortByKey(List<ScoreDoc> equals) throws IOException {
        var keys = columns.sorted(equals, Fields.KEY);
        var byKey = new TreeMap<byte[], ScoreDoc>(Arrays::compareUnsigned);
        for (int i = 0; i < keys.length; i++) {
            byKey.put(keys[i], equals.get(i));
        }
        int at = 0;
        for (var hit : byKey.values()) {
            equals.set(at++, hit);
        }
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
        var kinds = columns.sorted(found, KnowledgeIndex.KIND);
        var keys = columns.sorted(found, Fields.KEY);
        var titles = columns.binary(found, Fields.TITLE);
        var bodies = columns.binary(found, Fields.BODY);
        var hits = new ArrayList<Hit>(found.size());
        for (int i = 0; i < found.size(); i++) {
            var places = highlights.in(found.get(i).doc);
            var title = Excerpt.whole(text(titles[i]), places.title());
            var text = Excerpt.of(text(bodies[i]), places.body());
            hits.add(new Hit(
                    text(kinds[i]),
                    text(keys[i]),
                    title.text(),
                    text.text(),
                    Stream.concat(
                                    title.highlights().stream().map(span -> highlight(true, span)),
                                    text.highlights().stream().map(span -> highlight(false, span)))
                            .toList(),
                    found.get(i).score));
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
        return vocabulary.completions(last.spelling()).stream()
                .filter(word -> !word.spelling().equals(last.spelling()))
                .limit(MOST_COMPLETIONS)
                .map(word -> new Suggestion(Reason.COMPLETION, question.with(Map.of(last, word.spelling()))))
                .toList();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
