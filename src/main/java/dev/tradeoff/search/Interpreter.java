package dev.tradeoff.search;

import dev.tradeoff.search.Names.Name;
import dev.tradeoff.search.Vocabulary.Known;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads one question with the index at hand. A word that the index has is that word and the other names of what it names;
 * one that it has not is what it may become, or what was probably meant. Each word, each pair and each name is looked up
 * once, and there is a bound to how many words may stand for another, so that no question costs much.
 */
final class Interpreter {

    private static final float OTHER_NAME = 0.8f;
    private static final float COMPLETED = 0.8f;
    private static final float CORRECTED = 0.8f;

    /** What standing side by side is worth, compared with a word that is as rare. */
    private static final float SIDE_BY_SIDE = 0.5f;

    /** What being called exactly so is worth, for each word: about as much as the rarest word in a title. */
    private static final float NAMED = 10f;

    private static final int MOST_CORRECTED = 3;
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_HALF = 2;
    private static final int LONGEST_SPLIT = 24;

    private final TermLookup.Asked lookup;
    private final Names names;
    private final Vocabulary vocabulary;
    private final Question question;
    private final boolean quickly;

    private final List<Word> words = new ArrayList<>();
    private final Map<Integer, Word> compounds = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<Word, String> corrected = new LinkedHashMap<>();
    private final Map<String, Boolean> marked = new LinkedHashMap<>();
    private int unknown;
    private boolean laborious;

    private Interpreter(
            TermLookup.Asked lookup, Vocabulary vocabulary, Names names, Question question, boolean quickly) {
        this.lookup = lookup;
        this.vocabulary = vocabulary;
        this.names = names;
        this.question = question;
        this.quickly = quickly;
    }

    /**
     * What one word of the question, or several that are one name, are looked for by.
     *
     * @param name how something would be called that is called exactly so
     * @param light whether it only belongs to how the question is asked
     */
    private record Unit(Query query, List<String> names, boolean light) {}

    static Interpretation interpret(TermLookup.Asked lookup, Vocabulary vocabulary, Names names, Question question)
            throws IOException {
        return new Interpreter(lookup, vocabulary, names, question, false).interpret();
    }

    /** The same of words that the index has; null where others have to be guessed, or places of words to be compared. */
    static @Nullable Interpretation quickly(
            TermLookup.Asked lookup, Vocabulary vocabulary, Names names, Question question) throws IOException {
        if (!question.phrases().isEmpty() || !question.excluded().isEmpty()) {
            return null;
        }
        var interpreter = new Interpreter(lookup, vocabulary, names, question, true);
        var interpretation = interpreter.interpret();
        return interpreter.laborious ? null : interpretation;
    }

    private Interpretation interpret() throws IOException {
        for (var word : question.words()) {
            if (word.compound()) {
                compounds.put(word.position(), word);
            } else {
                words.add(word);
            }
        }
        for (int i = 0; i < words.size(); ) {
            i += unit(i);
        }
        boolean anyHeavy = words.stream().anyMatch(word -> !Words.isOfQuestions(word));
        var counting =
                units.stream().filter(unit -> !(unit.light() && anyHeavy)).toList();
        var phrases = new ArrayList<Query>();
        for (var phrase : question.phrases()) {
            phrases.add(phrase(phrase, true));
        }
        var excluded = new ArrayList<Query>();
        for (var phrase : question.excluded()) {
            excluded.add(phrase(phrase, false));
        }
        return new Interpretation(
                question,
                counting.stream().map(Unit::query).toList(),
                bonuses(counting),
                phrases,
                excluded,
                corrected,
                marked);
    }

    /** Reads what begins at a word; how many words it was. */
    private int unit(int at) throws IOException {
        for (int count = Math.min(Names.LONGEST, words.size() - at); count > 1; count--) {
            var name = severalWords(at, count);
            if (name != null) {
                units.add(name);
                return count;
            }
        }
        var unit = oneWord(at);
        if (unit != null) {
            units.add(unit);
        }
        return 1;
    }

    /** Words that are one name: written as one, known as one, or in the index as one. */
    private @Nullable Unit severalWords(int at, int count) throws IOException {
        var parts = words.subList(at, at + count);
        var terms = parts.stream().map(Word::term).toList();
        var written = compounds.get(parts.getFirst().position());
        var joined = written != null && written.parts() == count ? written.term() : null;
        var others = new ArrayList<>(names.others(terms));
        if (joined != null) {
            others.addAll(names.others(List.of(joined)));
        } else if (count == 2 && others.isEmpty() && parts.stream().noneMatch(Words::isOfQuestions)) {
            joined = parts.getFirst().spelling() + parts.getLast().spelling();
        }
        boolean isKnown = joined != null && isKnown(joined);
        if (!isKnown && others.isEmpty()) {
            return null;
        }
        var alternatives = new Alternatives(lookup, marked);
        if (joined != null && isKnown) {
            alternatives.add(joined, 1);
        }
        if (others.isEmpty() || written == null) {
            alternatives.add(terms, 1);
        }
        for (var other : others) {
            alternatives.add(other.terms(), OTHER_NAME);
        }
        var called = new ArrayList<String>();
        called.add(Name.key(terms));
        if (joined != null) {
            called.add(joined);
        }
        var query = alternatives.query();
        return query == null ? null : new Unit(query, called, false);
    }

    private @Nullable Unit oneWord(int at) throws IOException {
        var word = words.get(at);
        var dotted = compounds.get(word.position());
        if (dotted != null && dotted.parts() == 1 && isKnown(dotted.term())) {
            word = dotted;
        }
        boolean light = Words.isOfQuestions(word);
        var alternatives = new Alternatives(lookup, marked);
        alternatives.add(word.term(), 1);
        for (var other : names.others(List.of(word.term()))) {
            alternatives.add(other.terms(), OTHER_NAME);
        }
        var called = new ArrayList<String>();
        if (alternatives.isEmpty()) {
            boolean last = at == words.size() - 1;
            if (quickly) {
                laborious |= !light || last && question.open();
            } else if (!(last && question.open() && complete(word, alternatives, called)) && !light) {
                correct(word, alternatives, called);
            }
        } else {
            called.add(word.term());
        }
        var query = alternatives.query();
        return query == null ? null : new Unit(query, called, light);
    }

    private boolean complete(Word word, Alternatives alternatives, List<String> called) throws IOException {
        if (word.spelling().length() < SHORTEST_BEGINNING) {
            return false;
        }
        var stemmer = new Stemmer();
        for (var completion : vocabulary.completions(word.spelling())) {
            var term = stemmer.stem(completion.spelling());
            alternatives.add(term, COMPLETED);
            called.add(term);
        }
        return !alternatives.isEmpty();
    }

    private void correct(Word word, Alternatives alternatives, List<String> called) throws IOException {
        if (unknown++ >= MOST_CORRECTED) {
            return;
        }
        if (split(word, alternatives)) {
            return;
        }
        var stemmer = new Stemmer();
        for (Known known : vocabulary.corrections(word.spelling())) {
            var term = stemmer.stem(known.spelling());
            alternatives.add(term, CORRECTED);
            called.add(term);
            corrected.putIfAbsent(word, known.spelling());
        }
    }

    /** Two words that were written as one, if they stand side by side somewhere. */
    private boolean split(Word word, Alternatives alternatives) throws IOException {
        var spelling = word.spelling();
        var stemmer = new Stemmer();
        for (int i = SHORTEST_HALF; i <= Math.min(spelling.length(), LONGEST_SPLIT) - SHORTEST_HALF; i++) {
            var first = spelling.substring(0, i);
            var second = spelling.substring(i);
            var terms = List.of(stemmer.stem(first), stemmer.stem(second));
            if (isKnown(terms.getFirst())
                    && isKnown(terms.getLast())
                    && lookUp(Fields.PAIRS, Fields.pair(terms.getFirst(), terms.getLast()))
                                    .docFreq()
                            > 0) {
                alternatives.add(terms, 1);
                corrected.put(word, first + " " + second);
                return true;
            }
        }
        return false;
    }

    /** What is worth more than its words: to be called exactly so, and words side by side. */
    private List<Query> bonuses(List<Unit> counting) throws IOException {
        var bonuses = new ArrayList<Query>();
        var called = new LinkedHashSet<String>();
        if (counting.size() == 1) {
            called.addAll(counting.getFirst().names());
        }
        if (!words.isEmpty()) {
            called.add(Name.key(words.stream().map(Word::term).toList()));
            called.add(Name.key(words.stream()
                    .filter(word -> !Words.isOfQuestions(word))
                    .map(Word::term)
                    .toList()));
        }
        for (var name : called) {
            if (lookUp(Fields.NAME, name).docFreq() > 0) {
                bonuses.add(new BoostQuery(
                        new ConstantScoreQuery(lookup.query(Fields.NAME, name)), NAMED * Math.max(1, counting.size())));
            }
        }
        for (int i = 1; i < words.size(); i++) {
            var before = words.get(i - 1);
            var word = words.get(i);
            if (!Words.isOfQuestions(before) && !Words.isOfQuestions(word)) {
                var pair = Fields.pair(meant(before), meant(word));
                if (lookUp(Fields.PAIRS, pair).docFreq() > 0) {
                    bonuses.add(new BoostQuery(lookup.query(Fields.PAIRS, pair), SIDE_BY_SIDE));
                }
            }
        }
        return bonuses;
    }

    private String meant(Word word) {
        var correction = corrected.get(word);
        return correction == null ? word.term() : new Stemmer().stem(correction);
    }

    /** A phrase in the title or in the text; scored by its words, if it is to be found. */
    private Query phrase(List<Word> phrase, boolean wanted) throws IOException {
        var places = new DisjunctionMaxQuery(List.of(placed(Fields.TITLE, phrase), placed(Fields.BODY, phrase)), 0);
        if (!wanted) {
            return places;
        }
        var scored = new BooleanQuery.Builder().add(places, Occur.FILTER);
        Word before = null;
        for (var word : phrase) {
            if (word.compound()) {
                continue;
            }
            scored.add(lookup.query(Fields.WORDS, word.term()), Occur.SHOULD);
            marked.put(word.term(), true);
            if (before != null) { // so that positions are read only where the words stand side by side somewhere
                var pair = Fields.pair(before.term(), word.term());
                scored.add(lookup.query(Fields.PAIRS, pair), Occur.FILTER);
            }
            before = word;
        }
        return scored.build();
    }

    private static Query placed(String field, List<Word> phrase) {
        var query = new PhraseQuery.Builder();
        Word dotted = null;
        int first = phrase.getFirst().position();
        for (var word : phrase) {
            if (word.compound()) {
                dotted = word.parts() == 1 ? word : null;
            } else {
                var asWritten = dotted == null ? word : dotted;
                query.add(new Term(field, asWritten.term()), word.position() - first);
                dotted = null;
            }
        }
        return query.build();
    }

    private boolean isKnown(String term) throws IOException {
        return lookup.knows(term);
    }

    private TermStates lookUp(String field, String term) throws IOException {
        return lookup.of(field, term);
    }
}
