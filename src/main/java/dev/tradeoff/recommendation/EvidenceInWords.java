package dev.tradeoff.recommendation;

import dev.tradeoff.evidence.ClaimIssue;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import java.util.List;

/** What the evidence beneath an outcome is worth, in sentences. */
final class EvidenceInWords {

    private final Outcome outcome;
    private final Appraisal appraisal;

    EvidenceInWords(Outcome outcome) {
        this.outcome = outcome;
        this.appraisal = outcome.appraisal();
    }

    /** Claims that are weak, what is left without them, and how much is editorial. */
    String sentences() {
        var claims = outcome.claims().claims();
        var weak = outcome.claims().weak();
        var share = outcome.editorialShare();
        var editorial = share > 0
                ? " " + Figures.percent(share) + " of the weight lies on editorial judgement that rests on no claim."
                : "";
        if (claims.isEmpty()) {
            return "No score rests on a claim: all of it is editorial judgement.";
        }
        if (weak.isEmpty()) {
            var lowConfidence = isAnythingWeak() ? " " + without("Without the scores of low confidence ") : "";
            var none = claims.size() == 1
                    ? "The one claim beneath the scores is not weak."
                    : "None of the " + claims.size() + " claims beneath the scores is weak.";
            return none + lowConfidence + editorial;
        }
        boolean told = appraisal.options().size() > 1 || outcome.survival() == Survival.NO;
        var without = told ? " " + without("Without them ") : "";
        return weakness(claims.size(), weak.size()) + without + editorial;
    }

    private String weakness(int claims, int weak) {
        var how = outcome.claims().issues().entrySet().stream()
                .map(entry -> entry.getValue() + " " + said(entry.getKey()))
                .toList();
        var share = weak == claims
                ? "All " + claims + " claims beneath the scores are weak"
                : weak + " of the " + claims + " claims beneath the scores are weak";
        return share + " (" + Prose.list(how) + ").";
    }

    private static String said(ClaimIssue issue) {
        return switch (issue) {
            case UNSOURCED -> "without a source that can be followed";
            case UNDATED -> "without a date";
            case UNCONDITIONED -> "without conditions";
            case STALE -> "out of date";
            case CONTRADICTION -> "contradicted";
            case OUTLIER -> "far from all others";
            case CONDITIONS_DIFFER -> "measured under other conditions";
            case DEPRECATED -> "deprecated";
        };
    }

    /** @param opening how the sentence begins that says what is left */
    private String without(String opening) {
        var first = outcome.ranking().first();
        var winners = outcome.winnersWithoutWeakEvidence();
        if (winners.isEmpty()) {
            return opening + "no factor is left that has a weight.";
        }
        var back = inQuestionAgain();
        var then = back.isEmpty()
                ? opening
                : opening + Prose.list(back) + (back.size() == 1 ? " is" : " are") + " not excluded, and ";
        if (winners.size() > 1
                && winners.size() == inQuestionWithoutWeakEvidence().size()) {
            return then + "nothing is left that tells the options apart.";
        }
        if (first == null || outcome.survival() == Survival.NO) {
            return then
                    + Prose.list(winners.stream().map(Option::name).toList())
                    + (winners.size() == 1 ? " would be first." : " would share the first rank.");
        }
        if (onlyExperienceIsLeft()) {
            return then + "nothing is left but what the team knows, and by that alone "
                    + outcome.ranking().option(first).name() + " stays first.";
        }
        return outcome.survival() == Survival.ALWAYS
                ? then + outcome.ranking().option(first).name() + " stays first, whatever the truth turns out to be."
                : then + outcome.ranking().option(first).name()
                        + " stays first on average, though not whatever the truth turns out to be.";
    }

    private List<Option> inQuestionWithoutWeakEvidence() {
        return outcome.stripped().map(without -> without.appraisal().options()).orElse(List.of());
    }

    /** Names of the options whose exclusion rests on weak evidence. */
    private List<String> inQuestionAgain() {
        return inQuestionWithoutWeakEvidence().stream()
                .filter(option -> !appraisal.options().contains(option))
                .map(Option::name)
                .toList();
    }

    private boolean isAnythingWeak() {
        return appraisal.rows().stream().anyMatch(row -> row.stream().anyMatch(Appraised::fallsWithWeakEvidence));
    }

    /** Whether everything but the team's own word rests on weak evidence. */
    private boolean onlyExperienceIsLeft() {
        return appraisal.isExperience(appraisal.columns().size() - 1)
                && appraisal.rows().stream().allMatch(row -> row.subList(0, row.size() - 1).stream()
                        .allMatch(cell -> cell.fallsWithWeakEvidence() || cell.state() != null));
    }
}
