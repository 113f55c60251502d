package dev.tradeoff.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.mcda.PairwiseWeights;
import dev.tradeoff.mcda.RankOrder;
import dev.tradeoff.mcda.Unsuitable;
import dev.tradeoff.shared.problem.Flaws;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What weights are to be made of, as it is sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Judgements", description = "What weights are to be made of: exactly one of both.")
record WeightsRequest(
        @Schema(
                description =
                        "How many times as much each criterion counts as each other, n × n: above 0, reciprocal within 1e-6, 1 on the diagonal.",
                minItems = 1,
                maxItems = WeightsRequest.MOST)
        @Nullable
        List<List<Double>> pairwise,

        @Schema(
                description = "Names of the criteria, the most important first, no two the same.",
                minItems = 1,
                maxItems = WeightsRequest.MOST)
        @Nullable
        List<String> order) {

    static final int MOST = 200;
    private static final double RECIPROCITY = 1e-6;

    /** Times n³, about how many operations an eigenvector of n × n judgements takes, and one more to revise one of them. */
    private static final long EIGENVECTORS = 100;

    /** @throws dev.tradeoff.shared.problem.Refused naming all that is not of its shape, or else all rules that are broken */
    WeightsRequest checked() {
        refuseMisshapen();
        refuseBroken();
        return this;
    }

    /** About how many operations the weights take. */
    long operations() {
        long n = pairwise == null ? Objects.requireNonNull(order).size() : pairwise.size();
        return pairwise == null ? n * n : EIGENVECTORS * n * n * n;
    }

    /** Of what has been checked. */
    WeightsAnswer answer() {
        if (pairwise == null) {
            return WeightsAnswer.of(
                    RankOrder.centroid(Objects.requireNonNull(order).size()));
        }
        try {
            return WeightsAnswer.of(PairwiseWeights.of(pairwise));
        } catch (Unsuitable why) {
            var flaws = new Flaws();
            flaws.add("/pairwise", why.reason());
            throw flaws.broken("weights");
        }
    }

    private void refuseMisshapen() {
        var flaws = new Flaws();
        if (pairwise != null) {
            flaws.addUnless(!pairwise.isEmpty(), "/pairwise", "must have at least one row");
            for (int i = 0; i < pairwise.size(); i++) {
                for (int j = 0; j < pairwise.get(i).size(); j++) {
                    double judgement = pairwise.get(i).get(j);
                    flaws.addUnless(
                            Figures.isTaken(judgement) && judgement > 0,
                            judgement(i, j),
                            "must be from 1e-300 to 1e300");
                }
            }
        }
        if (order != null) {
            flaws.addUnless(!order.isEmpty(), "/order", "must name at least one criterion");
            for (int i = 0; i < order.size(); i++) {
                Names.check(order.get(i), "/order/" + i, flaws);
            }
        }
        flaws.refuseMisshapen("body");
    }

    private void refuseBroken() {
        var flaws = new Flaws();
        flaws.addUnless((pairwise == null) != (order == null), "", "must have either pairwise or order");
        if (order != null) {
            flaws.addUnless(order.size() <= MOST, "/order", "must be at most " + MOST);
            Names.checkDistinct(order, "/order", "", flaws);
        }
        if (pairwise != null) {
            checkSquare(pairwise, flaws);
            checkReciprocal(pairwise, flaws);
        }
        flaws.refuseBroken("weights");
    }

    private static void checkSquare(List<List<Double>> judgements, Flaws flaws) {
        int n = judgements.size();
        flaws.addUnless(n <= MOST, "/pairwise", "must be at most " + MOST + " rows");
        for (int i = 0; i < n; i++) {
            int length = judgements.get(i).size();
            flaws.addUnless(
                    length == n,
                    "/pairwise/" + i,
                    "must have as many judgements as there are rows, " + n + ", not " + length);
        }
    }

    private static void checkReciprocal(List<List<Double>> judgements, Flaws flaws) {
        for (int i = 0; i < judgements.size(); i++) {
            for (int j = 0; j <= i && j < judgements.get(i).size(); j++) {
                var mirrored = judgements.get(j);
                if (i < mirrored.size() && Math.abs(judgements.get(i).get(j) * mirrored.get(i) - 1) > RECIPROCITY) {
                    flaws.add(
                            judgement(i, j).get(),
                            i == j
                                    ? "must be 1"
                                    : "must be the reciprocal of "
                                            + judgement(j, i).get() + " to seven digits");
                }
            }
        }
    }

    private static Supplier<String> judgement(int row, int column) {
        return () -> "/pairwise/" + row + "/" + column;
    }
}
