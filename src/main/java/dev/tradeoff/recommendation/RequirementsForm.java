package dev.tradeoff.recommendation;

import dev.tradeoff.knowledge.Values;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Flaws;
import dev.tradeoff.shared.problem.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether requirements have values that can be meant at all, whatever is compared: else the request is malformed. */
final class RequirementsForm {

    private static final int LONGEST_LIST = 1_000;
    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal STRONGEST = BigDecimal.valueOf(100);

    /** What every JSON reader keeps exactly. */
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private final Flaws flaws = new Flaws();

    private RequirementsForm() {}

    /** The values that could not be meant, with JSON Pointers into the requirements; none means that they can be read. */
    static List<Problem.Flaw> flaws(Requirements sent) {
        var form = new RequirementsForm();
        form.form(sent);
        return form.flaws.listed();
    }

    /** @throws dev.tradeoff.shared.problem.Refused as an invalid body if a value is none that could be meant */
    static void check(Requirements sent) {
        check(sent, "body");
    }

    /** @param noun what the sender calls what was sent */
    static void check(Requirements sent, String noun) {
        var form = new RequirementsForm();
        form.form(sent);
        form.flaws.refuseMisshapen(noun);
    }

    private void form(Requirements sent) {
        sizes(sent);
        sent.weights()
                .forEach((factor, weight) ->
                        within(() -> "/weights/" + escape(factor), weight, BigDecimal.ZERO, HEAVIEST));
        for (int i = 0; i < sent.pairwise().size(); i++) {
            var judgement = sent.pairwise().get(i);
            var at = "/pairwise/" + i;
            present(at + "/factor", judgement.factor());
            present(at + "/over", judgement.over());
            var by = judgement.by();
            present(at + "/by", by);
            within(() -> at + "/by", by, BigDecimal.ZERO, STRONGEST);
            flaws.addUnless(by == null || by.signum() != 0, at + "/by", "must be more than 0");
        }
        for (int i = 0; i < sent.constraints().size(); i++) {
            var constraint = sent.constraints().get(i);
            var at = "/constraints/" + i;
            present(at + "/factor", constraint.factor());
            writable(() -> at + "/minimum", constraint.minimum());
            writable(() -> at + "/maximum", constraint.maximum());
        }
        flaws.addUnless(sent.revision() == null || sent.revision() >= 1, "/revision", "must be at least 1");
        flaws.addUnless(sent.samples() == null || sent.samples() >= 1, "/samples", "must be at least 1");
        flaws.addUnless(
                sent.seed() == null || sent.seed() >= -LARGEST_SEED && sent.seed() <= LARGEST_SEED,
                "/seed",
                "must be a whole number between -" + LARGEST_SEED + " and " + LARGEST_SEED);
        flaws.addUnless(
                sent.asOf() == null || sent.asOf().getYear() >= 0 && sent.asOf().getYear() <= 9999,
                "/asOf",
                "must be a day between the years 0 and 9999");
    }

    private void sizes(Requirements sent) {
        size("/useCases", sent.useCases().size());
        size("/weights", sent.weights().size());
        size("/priorities", sent.priorities().size());
        flaws.addUnless(
                sent.pairwise().size() <= LONGEST_LIST * LONGEST_LIST / 2,
                "/pairwise",
                "has more judgements than pairs of factors");
        size("/constraints", sent.constraints().size());
        size("/experience", sent.experience().size());
    }

    private void size(String pointer, int size) {
        flaws.addUnless(size <= LONGEST_LIST, pointer, "has more than " + LONGEST_LIST + " entries");
    }

    private void present(String pointer, @Nullable Object value) {
        flaws.addUnless(value != null, pointer, "is missing");
    }

    private void within(Supplier<String> pointer, @Nullable BigDecimal figure, BigDecimal least, BigDecimal most) {
        if (writable(pointer, figure)
                && figure != null
                && (figure.compareTo(least) < 0 || figure.compareTo(most) > 0)) {
            flaws.add(pointer.get(), "must be " + least.toPlainString() + " to " + most.toPlainString());
        }
    }

    /** Numbers are answered in plain notation, which of 1e-999999999 would fill the memory. */
    private boolean writable(Supplier<String> pointer, @Nullable BigDecimal figure) {
        try {
            Values.number(figure);
            return true;
        } catch (IllegalArgumentException e) {
            flaws.add(pointer.get(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    static String escape(String step) {
        return Excerpt.of(step).replace("~", "~0").replace("/", "~1");
    }
}
