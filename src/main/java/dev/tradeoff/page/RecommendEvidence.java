package dev.tradeoff.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tradeoff.recommendation.EvidenceUsed;
import java.util.LinkedHashMap;
import java.util.List;

/** What the evidence beneath an answer is worth, as people read it. */
public final class RecommendEvidence {

    private final EvidenceUsed evidence;
    private final AnswerNames names;

    RecommendEvidence(EvidenceUsed evidence, AnswerNames names) {
        this.evidence = evidence;
        this.names = names;
    }

    /** Whether the winner stays without weak evidence: {@code always}, {@code on-average} or {@code no}. */
    public String survives() {
        return Words.constant(evidence.withoutWeakEvidence().survives()).replace(' ', '-');
    }

    /** The same in a sentence. */
    public String survival() {
        var without = evidence.withoutWeakEvidence();
        return switch (without.survives()) {
            case ALWAYS ->
                "Without weak evidence the answer is the same, whatever the scores that rest on it turn out to be.";
            case ON_AVERAGE ->
                "Without weak evidence the answer stays the same on average, but not whatever the scores that rest on it turn out to be.";
            case NO ->
                "Without weak evidence the answer does not stay: "
                        + (without.winner() == null
                                ? "several options share the first rank then."
                                : names.option(without.winner()) + " is first then.");
        };
    }

    /** The share of the weight that rests on no claim. */
    public Figure editorialShare() {
        return new Figure(evidence.withoutWeakEvidence().editorialShare());
    }

    public int claims() {
        return evidence.claims().size();
    }

    /** How many of them are weak. */
    public int weakOnes() {
        return evidence.weak().size();
    }

    /** Claims that are weak for the same reasons. */
    public record Weak(String issues, List<Cited> claims) {}

    public List<Weak> weak() {
        return names.weakClaims().stream()
                .collect(groupingBy(Cited::issues, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(group -> new Weak(Words.capital(group.getKey()), group.getValue()))
                .toList();
    }
}
