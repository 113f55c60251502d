package dev.tradeoff.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;

/** Which names mean the same, as the entries say that have several. */
final class Names {

    /** Longer names are not looked for in questions. */
    static final int LONGEST = 4;

    private final Map<String, List<Name>> others;

    private Names(Map<String, List<Name>> others) {
        this.others = others;
    }

    /** @param terms those of its words or, of a compound, its own */
    record Name(List<String> terms) {

        String key() {
            return key(terms);
        }

        static String key(List<String> terms) {
            return terms.size() == 1 ? terms.getFirst() : String.join(" ", terms);
        }
    }

    static Names of(IndexReader reader) throws IOException {
        var others = new HashMap<String, List<Name>>();
        for (var leaf : reader.leaves()) {
            read(leaf.reader(), others);
        }
        return new Names(others);
    }

    /** Other names of what has this one. */
    List<Name> others(List<String> terms) {
        return others.getOrDefault(Name.key(terms), List.of());
    }

    private static void read(LeafReader reader, Map<String, List<Name>> others) throws IOException {
        var aliases = reader.getBinaryDocValues(Fields.ALIASES);
        if (aliases == null) {
            return;
        }
        var live = reader.getLiveDocs();
        for (int doc = aliases.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = aliases.nextDoc()) {
            if (live == null || live.get(doc)) {
                add(aliases.binaryValue().utf8ToString(), others);
            }
        }
    }

    private static void add(String lines, Map<String, List<Name>> others) {
        var names =
                lines.lines().flatMap(line -> names(line).stream()).distinct().toList();
        for (var name : names) {
            var known = others.computeIfAbsent(name.key(), key -> new ArrayList<>());
            names.stream()
                    .filter(other -> !known.contains(other) && !new HashSet<>(other.terms()).containsAll(name.terms()))
                    .forEach(known::add);
        }
    }

    private static List<Name> names(String line) {
        var words = Words.of(line);
        var parts =
                words.stream().filter(word -> !word.compound()).map(Word::term).collect(Collectors.toList());
        var names = new ArrayList<Name>();
        if (!words.isEmpty() && words.getFirst().compound() && words.getFirst().parts() == parts.size()) {
            names.add(new Name(List.of(words.getFirst().term())));
        } else if (!parts.isEmpty() && parts.size() <= LONGEST) {
            names.add(new Name(parts));
        }
        return names;
    }
}
