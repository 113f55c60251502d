package dev.tradeoff.search;

import dev.tradeoff.search.KnowledgeIndex.Entry;
import dev.tradeoff.search.KnowledgeIndex.Manner;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * How an entry stands in the index. What ranks it is in one field for all its text, where a word of the title counts as
 * often as its weight says: one list of postings for each word that is asked, which can be skipped by score. Words that
 * stand side by side are terms too, so that adjacency costs no positions. Positions and offsets are kept apart, for
 * phrases in quotes and for highlights.
 */
final class Fields {

    static final String OWNER = "owner";
    static final String KEY = "key";
    static final String JSON = "json";

    /** All words, as often as they weigh. */
    static final String WORDS = "words";

    /** Words that stand side by side, joined by a space, as often as they weigh. */
    static final String PAIRS = "pairs";

    /** What it is called as a whole, in terms joined by a space. */
    static final String NAME = "name";

    /** What its title does. */
    static final String MANNER = "manner";

    /** Words as they are written: what a typo may have meant, and what a word may become. */
    static final String SPELLING = "spelling";

    static final String TITLE = "title";
    static final String BODY = "body";

    /** Its names, a line each, which mean the same wherever they stand. */
    static final String ALIASES = "aliases";

    /** Prefix of the fields by which hits are counted. */
    static final String COUNTED = "counted.";

    /** Words of a title that nobody calls it by. */
    private static final int LONGEST_NAME = 24;

    private static final int NAME_WEIGHT = 5;
    private static final int STATEMENT_WEIGHT = 3;
    private static final int SLUG_WEIGHT = 3;
    private static final int BODY_WEIGHT = 2;
    private static final int CONTEXT_WEIGHT = 1;

    private static final FieldType WEIGHED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);

    private Fields() {}

    private static FieldType type(IndexOptions options, boolean withoutNorms) {
        var type = new FieldType();
        type.setIndexOptions(options);
        type.setOmitNorms(withoutNorms);
        type.setDocValuesType(DocValuesType.NONE);
        type.freeze();
        return type;
    }

    static Document document(String owner, Entry entry) {
        var document = new Document();
        document.add(new StringField(OWNER, owner, Field.Store.NO));
        document.add(new StringField(KEY, entry.key(), Field.Store.NO));
        document.add(new SortedDocValuesField(KEY, new BytesRef(entry.key())));
        document.add(new StringField(KnowledgeIndex.KIND, entry.kind(), Field.Store.NO));
        document.add(new SortedDocValuesField(KnowledgeIndex.KIND, new BytesRef(entry.kind())));
        document.add(new SortedSetDocValuesField(COUNTED + KnowledgeIndex.KIND, new BytesRef(entry.kind())));
        document.add(new StringField(MANNER, entry.manner().name(), Field.Store.NO));
        document.add(new BinaryDocValuesField(JSON, new BytesRef(entry.json())));
        for (var tag : entry.tags()) {
            document.add(new StringField(tag.field(), tag.value(), Field.Store.NO));
            if (tag.counted()) {
                document.add(new SortedSetDocValuesField(COUNTED + tag.field(), new BytesRef(tag.value())));
            }
        }
        addText(document, entry);
        return document;
    }

    private static void addText(Document document, Entry entry) {
        var title = Words.of(entry.title());
        var slug = Words.of(entry.slug().replace('-', ' '));
        var body = Words.of(entry.body());
        var aliases = entry.aliases().stream().map(Words::of).toList();
        var weights = new Weights();
        weights.add(title, entry.manner() == Manner.STATES ? STATEMENT_WEIGHT : NAME_WEIGHT);
        aliases.forEach(alias -> weights.add(alias, NAME_WEIGHT));
        weights.add(slug, SLUG_WEIGHT);
        weights.add(body, BODY_WEIGHT);
        weights.add(Words.of(entry.context()), CONTEXT_WEIGHT);
        document.add(new Field(WORDS, new WeighedTerms(weights.words), WEIGHED));
        document.add(new Field(PAIRS, new WeighedTerms(weights.pairs), WEIGHED));
        document.add(new Field(TITLE, new PlacedWords(title), PLACED));
        document.add(new Field(BODY, new PlacedWords(body), PLACED));
        document.add(new BinaryDocValuesField(TITLE, new BytesRef(entry.title())));
        document.add(new BinaryDocValuesField(BODY, new BytesRef(entry.body())));
        spellings(title, body, aliases).forEach(word -> document.add(new StringField(SPELLING, word, Field.Store.NO)));
        Stream.concat(Stream.of(title, slug), aliases.stream())
                .filter(words -> !words.isEmpty() && words.size() <= LONGEST_NAME)
                .flatMap(words -> names(words).stream())
                .distinct()
                .forEach(name -> document.add(new StringField(NAME, name, Field.Store.NO)));
        if (!entry.aliases().isEmpty()) {
            document.add(new BinaryDocValuesField(
                    ALIASES, new BytesRef(String.join("\n", entry.aliases()) + "\n" + entry.title())));
        }
    }

    private static Set<String> spellings(List<Word> title, List<Word> body, List<List<Word>> aliases) {
        return Stream.concat(
                        Stream.concat(title.stream(), body.stream()),
                        aliases.stream().flatMap(List::stream))
                .map(Word::spelling)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A name in terms: of its words and, where it is one compound, as that one too. */
    static List<String> names(List<Word> words) {
        var parts =
                words.stream().filter(word -> !word.compound()).map(Word::term).collect(Collectors.joining(" "));
        return words.size() > 1
                        && words.getFirst().compound()
                        && words.size() == words.getFirst().parts() + 1
                ? List.of(words.getFirst().term(), parts)
                : List.of(parts);
    }

    /** How a pair of terms stands in the index. */
    static String pair(String first, String second) {
        return first + ' ' + second;
    }

    /** How often words and pairs count. */
    private static final class Weights {

        private final Map<String, Integer> words = new HashMap<>();
        private final Map<String, Integer> pairs = new HashMap<>();

        void add(List<Word> text, int weight) {
            String before = null;
            for (var word : text) {
                words.merge(word.term(), weight, Integer::sum);
                if (!word.compound()) {
                    if (before != null) {
                        pairs.merge(pair(before, word.term()), weight, Integer::sum);
                    }
                    before = word.term();
                }
            }
        }
    }
}
