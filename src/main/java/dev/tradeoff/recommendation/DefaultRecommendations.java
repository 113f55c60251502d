package dev.tradeoff.recommendation;

import dev.tradeoff.published.PublishedState;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Computing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Answers to no requirements, for who shows them: those that the API gives, figure by figure. */
@Singleton
public final class DefaultRecommendations {

    /** Nanoseconds that it takes to prepare a cell, about. */
    private static final long PREPARED = 5_000;

    private final Recommenders recommenders;
    private final Computing computing;
    private final Clock clock;

    DefaultRecommendations(Recommenders recommenders, Computing computing, Clock clock) {
        this.recommenders = recommenders;
        this.computing = computing;
        this.clock = clock;
    }

    /** The day on which answers are given now, in UTC: another day is another answer. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /**
     * The answer, from a lane of {@link Computing}.
     *
     * @param day up to which claims have aged
     * @return empty where no factor that applies to all options has any weight, or where it takes more computing than one
     *     request gets; fails as refused where too many wait
     */
    public Uni<Optional<DefaultRecommendation>> of(PublishedState state, LocalDate day) {
        return computing
                .run(preparation(state), () -> recommenders.of(state, day))
                .chain(this::answer)
                .map(Optional::of)
                .onFailure(DefaultRecommendations::hasNone)
                .recoverWithItem(Optional.empty());
    }

    private Uni<DefaultRecommendation> answer(Recommender recommender) {
        var complete = recommender.complete(Requirements.NONE, UnaryOperator.identity());
        return computing.run(
                recommender.operations(complete), () -> DefaultRecommendation.of(recommender.recommend(complete)));
    }

    private static boolean hasNone(Throwable failure) {
        return failure instanceof Refused refused
                && (refused.problem() instanceof Problem.BrokenRules
                        || refused.problem() instanceof Problem.TooMuchWork);
    }

    private static long preparation(PublishedState state) {
        var comparison = state.comparison();
        return (long) comparison.options().size() * comparison.factors().size() * PREPARED;
    }
}
