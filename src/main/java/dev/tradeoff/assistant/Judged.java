package dev.tradeoff.assistant;

import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.published.PublishedEvidence;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.web.Computing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A revision, and what the linter says of it on a day.
 *
 * @param asOf the day up to which claims have aged
 */
record Judged(PublishedState state, Evidence evidence, LocalDate asOf) {

    /** Published revisions with what the linter says of them today. */
    @Singleton
    static final class Revisions {

        /** Nanoseconds that a member takes to be told, and a pair of claims to be compared, about. */
        private static final long MEMBER = 5_000;

        private static final long PAIR = 20;

        private final PublishedStates states;
        private final PublishedEvidence evidence;
        private final Computing computing;
        private final Clock clock;

        Revisions(PublishedStates states, PublishedEvidence evidence, Computing computing, Clock clock) {
            this.states = states;
            this.evidence = evidence;
            this.computing = computing;
            this.clock = clock;
        }

        /**
         * What is told from a revision; computed in a lane of {@link Computing}.
         *
         * @param revision its number; null: the latest
         * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison, or it is archived and no revision is
         *     named; the Uni fails so if there is no such revision
         */
        <T> Uni<T> tell(String comparison, @Nullable Integer revision, Function<Judged, T> telling) {
            return states.find(comparison, revision).chain(state -> tell(state, today(), telling));
        }

        /** The same of a state that is at hand, on a day. */
        <T> Uni<T> tell(PublishedState state, LocalDate day, Function<Judged, T> telling) {
            return computing.run(effort(state.comparison()), () -> telling.apply(judged(state, day)));
        }

        /** What is told from the latest revisions of several comparisons. */
        <T> Uni<T> tellAll(Collection<String> comparisons, Function<List<Judged>, T> telling) {
            var day = today();
            if (comparisons.isEmpty()) {
                return computing.run(MEMBER, () -> telling.apply(List.of()));
            }
            return Uni.join()
                    .all(comparisons.stream()
                            .map(comparison -> states.find(comparison, null))
                            .toList())
                    .andFailFast()
                    .chain(found -> computing.run(
                            found.stream()
                                    .mapToLong(state -> effort(state.comparison()))
                                    .sum(),
                            () -> telling.apply(found.stream()
                                    .map(state -> judged(state, day))
                                    .toList())));
        }

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }

        private Judged judged(PublishedState state, LocalDate day) {
            var content = state.comparison();
            return new Judged(state, evidence.of(content.slug(), state.revision(), content, day), day);
        }

        private static long effort(Comparison content) {
            long claims = content.claims().size();
            long assessments =
                    (long) content.factors().size() * content.options().size();
            long others = content.findings().size()
                    + content.faqs().size()
                    + content.useCases().size();
            return (claims + assessments + others) * MEMBER + claims * claims * PAIR;
        }
    }
}
