package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Computing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers for who shows them in another form than JSON. What is asked comes from the query of an address, which is that of the
 * operation by GET, and what is answered is what it answers.
 */
@Singleton
public final class Recommendations {

    /** In contributions and robustness, what the team knows of the options, beside the factors. */
    public static final String EXPERIENCE = Appraisal.EXPERIENCE;

    private final Recommenders recommenders;
    private final Computing computing;
    private final Clock clock;

    Recommendations(Recommenders recommenders, Computing computing, Clock clock) {
        this.recommenders = recommenders;
        this.computing = computing;
        this.clock = clock;
    }

    /** The day up to which claims have aged where none is asked for. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * The requirements that a query says.
     *
     * @param query decoded, names to values; nothing but parameters of the operation
     * @throws dev.tradeoff.shared.problem.Refused as an invalid parameter if one cannot be read
     */
    public Requirements read(Map<String, List<String>> query) {
        return RequirementsLink.read(query);
    }

    /**
     * What is wrong with requirements, by the parameter that says it: {@code weight[concurrency]}, or {@code weight[…]} for
     * all of them. Each is a sentence whose subject is the parameter, which is left out: {@code Must be a number.}
     *
     * @return empty if the problem is not that of a parameter
     */
    public Map<String, String> flaws(Problem problem, Requirements requirements) {
        return switch (problem) {
            case Problem.InvalidParameter(String parameter, String detail) ->
                Map.of(parameter, sentence(parameter, detail));
            case Problem.BrokenRules(String detail, List<Problem.Flaw> errors) -> {
                var flaws = new LinkedHashMap<String, String>();
                errors.forEach(flaw -> flaws.merge(
                        RequirementsLink.parameter(flaw.pointer(), requirements),
                        sentence("", flaw.detail()),
                        (one, other) -> one + " " + other));
                yield flaws;
            }
            default -> Map.of();
        };
    }

    private static String sentence(String subject, String detail) {
        var rest = detail.startsWith(subject + " ") ? detail.substring(subject.length() + 1) : detail;
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1) + (rest.endsWith(".") ? "" : ".");
    }

    /**
     * The answer, made into something on the thread that computes it.
     *
     * @param state of the revision that the requirements ask for
     * @param requirements as they were read
     * @param telling nanoseconds that making something of it takes, about
     * @return fails as refused if the requirements cannot be answered
     */
    public <T> Uni<T> answer(
            PublishedState state, Requirements requirements, long telling, Function<TailoredRecommendation, T> form) {
        var day = requirements.asOf() == null ? today() : requirements.asOf();
        return computing
                .run(
                        TailoredAnswers.preparation(state, requirements),
                        () -> Prepared.of(recommenders.of(state, day), requirements))
                .chain(prepared -> computing.run(
                        prepared.recommender.operations(prepared.complete) + telling,
                        () -> form.apply(prepared.recommender.recommend(prepared.complete))));
    }

    /** @param complete what is asked, everything filled in */
    private record Prepared(Recommender recommender, Requirements complete) {

        static Prepared of(Recommender recommender, Requirements sent) {
            return new Prepared(
                    recommender, recommender.complete(sent, pointer -> RequirementsLink.parameter(pointer, sent)));
        }
    }

    /**
     * The query of an address that asks for the same: what was left open stays open, what was asked for is in the comparison's
     * order.
     *
     * @param complete as an answer to them echoes them
     * @return without a question mark; empty if nothing was asked for
     */
    public String query(Requirements sent, Requirements complete) {
        var link = RequirementsLink.write(
                "",
                new Requirements(
                        complete.useCases(),
                        complete.weights(),
                        complete.priorities(),
                        complete.pairwise(),
                        complete.constraints(),
                        complete.experience(),
                        sent.method() == null ? null : complete.method(),
                        sent.normalisation(),
                        sent.revision(),
                        sent.asOf(),
                        sent.samples(),
                        sent.seed(),
                        sent.robustness()));
        return link == null || link.indexOf('?') < 0 ? "" : link.substring(link.indexOf('?') + 1);
    }

    /** The weight of each factor, summing to 1, that the profiles of these use cases come to; without any, the defaults. */
    public static Map<String, Double> weights(Comparison comparison, List<String> useCases) {
        return Weighting.ofUseCases(useCases, Profiles.of(comparison)).byFactor();
    }

    /** As sentences call it: {@code the weighted sum}. */
    public static String title(MethodName method) {
        return Anchored.title(method);
    }
}
