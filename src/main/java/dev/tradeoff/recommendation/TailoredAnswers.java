package dev.tradeoff.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.published.PublishedState;
import dev.tradeoff.shared.memory.Lately;
import dev.tradeoff.shared.web.Computing;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Rendered answers to requirements. An answer is a function of its completed requirements, which name revision and day: what
 * was asked before is answered from memory, within a budget, and what many ask at the same time is computed once.
 */
@Singleton
final class TailoredAnswers {

    /** What takes fewer nanoseconds is done sooner than handed to another thread. */
    private static final long AT_ONCE = 100_000;

    /** Requirements with more entries are not looked through on the event loop. */
    private static final int FEW_ENTRIES = 50;

    /** Nanoseconds that it takes to look through an entry, to prepare a cell, and to compress a byte, about. */
    private static final long ENTRY = 20_000;

    private static final long PREPARED = 5_000;
    private static final long COMPRESSED = 30;

    /** One answer takes no more than this part of the memory for all. */
    private static final int PARTS = 64;

    /** And so much of it is for requirements as they came. */
    private static final int UNDERSTOOD = 8;

    private final Recommenders recommenders;
    private final Computing computing;
    private final Clock clock;
    private final long largest;
    private final Cache<Question, Representation> kept;
    private final Cache<Sent, Understood> understood;
    private final Lately lately = new Lately();
    private final SharedWork<Question, Representation> underway = new SharedWork<>();

    TailoredAnswers(
            Recommenders recommenders,
            Computing computing,
            Clock clock,
            @ConfigProperty(name = "tradeoff.recommendation.kept-memory") MemorySize memory,
            MeterRegistry metrics) {
        this.recommenders = recommenders;
        this.computing = computing;
        this.clock = clock;
        this.largest = memory.asLongValue() / PARTS;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue() - memory.asLongValue() / UNDERSTOOD)
                .weigher((Question question, Representation answer) -> question.weight(answer))
                .executor(Runnable::run) // what is too much goes at once
                .recordStats()
                .build();
        this.understood = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue() / UNDERSTOOD)
                .weigher(Sent::weight)
                .executor(Runnable::run)
                .build();
        CaffeineCacheMetrics.monitor(metrics, kept, "tradeoff.recommendations");
    }

    /** What an answer depends on, beside the version of the arithmetic. */
    private record Question(String comparison, Requirements complete) {

        private static final int OF_ENTRY = 200;

        /** Bytes of memory that it takes together with its answer, about. */
        int weight(Representation answer) {
            return answer.weight() + weight();
        }

        int weight() {
            return (complete.entries() + 1) * OF_ENTRY;
        }
    }

    /**
     * Requirements as they came, at a time when this was the latest revision and this the day: what they leave open is filled in
     * by these, and hence the same whenever the same comes again.
     *
     * @param text a body, or the query of an address, which begins with a question mark; null where it is too long to be
     *     kept
     */
    record Sent(
            String comparison,
            int latest,
            LocalDate today,
            @Nullable String text) {

        int weight(Understood understood) {
            return (text == null ? 0 : text.length()) + understood.question.weight();
        }
    }

    private record Understood(Question question, Caching caching) {}

    /**
     * @param latest its number; empty if the comparison is archived
     * @param text as {@link Sent} has it
     */
    Sent sent(String comparison, OptionalInt latest, @Nullable String text) {
        return new Sent(comparison, latest.orElse(0), today(), latest.isPresent() ? text : null);
    }

    /** Whether the same, sent now, means the same. */
    boolean isOfNow(Sent sent, OptionalInt latest) {
        return sent.latest == latest.orElse(0) && sent.today.equals(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The answer, if the very same was answered before and is kept; else null. */
    @Nullable
    Representation again(Sent sent, @Nullable String acceptEncoding) {
        var known = sent.text == null ? null : understood.getIfPresent(sent);
        if (known == null) {
            return null;
        }
        var answer = kept.getIfPresent(known.question);
        return answer != null && answer.isReadyFor(acceptEncoding) ? answer.cached(known.caching) : null;
    }

    /**
     * The answer: at once where it is kept or takes next to no time, else from a lane of {@link Computing}.
     *
     * @param state of the revision that the requirements ask for
     * @param requirements what was sent; they have passed the check of their form
     * @param place what the sender calls the place that a JSON Pointer into the requirements leads to
     * @param acceptEncoding of the request
     * @return fails as refused if the requirements cannot be answered
     */
    Uni<Representation> to(
            Sent sent,
            PublishedState state,
            Requirements requirements,
            UnaryOperator<String> place,
            Caching caching,
            @Nullable String acceptEncoding) {
        var day = requirements.asOf() == null ? sent.today : requirements.asOf();
        var recommender = recommenders.kept(state.comparison().slug(), state.revision(), day);
        if (recommender != null && requirements.entries() <= FEW_ENTRIES) {
            var question = question(recommender, requirements, place);
            if (comesAgain(sent)) {
                understand(sent, question, caching);
            }
            return answer(recommender, question, caching, acceptEncoding);
        }
        return computing
                .run(preparation(state, requirements), () -> {
                    var prepared = recommenders.of(state, day);
                    return new Prepared(prepared, question(prepared, requirements, place));
                })
                .chain(prepared -> answer(prepared.recommender, prepared.question, caching, acceptEncoding));
    }

    /**
     * The same answer, if it is kept or takes next to no time.
     *
     * @param requirements what was sent for the latest revision or an earlier one; they have passed the check of their form
     * @return null if it takes longer
     * @throws dev.tradeoff.shared.problem.Refused if the requirements cannot be answered
     */
    @Nullable
    Representation atOnce(Sent sent, Requirements requirements, Caching caching, @Nullable String acceptEncoding) {
        int revision = requirements.revision() == null ? sent.latest : requirements.revision();
        var day = requirements.asOf() == null ? sent.today : requirements.asOf();
        var recommender = revision > sent.latest ? null : recommenders.kept(sent.comparison, revision, day);
        if (recommender == null || requirements.entries() > FEW_ENTRIES) {
            return null;
        }
        var question = question(recommender, requirements, UnaryOperator.identity());
        boolean comesAgain = comesAgain(sent);
        if (comesAgain) {
            understand(sent, question, caching);
        }
        var known = kept.getIfPresent(question);
        if (known != null) {
            return known.isReadyFor(acceptEncoding) ? known.cached(caching) : null;
        }
        if (recommender.operations(question.complete) > AT_ONCE) {
            return null;
        }
        var answer = rendered(recommender, question, caching, acceptEncoding);
        return comesAgain ? keep(question, answer) : answer;
    }

    /** What is answered sooner than it is kept and looked for is kept when it comes again. */
    private boolean comesAgain(Sent sent) {
        return lately.came(sent);
    }

    private record Prepared(Recommender recommender, Question question) {}

    private static Question question(Recommender recommender, Requirements requirements, UnaryOperator<String> place) {
        return new Question(recommender.comparison(), recommender.complete(requirements, place));
    }

    private void understand(Sent sent, Question question, Caching caching) {
        if (sent.text != null) {
            understood.put(sent, new Understood(question, caching));
        }
    }

    static long preparation(PublishedState state, Requirements requirements) {
        var comparison = state.comparison();
        return (long) comparison.options().size() * comparison.factors().size() * PREPARED
                + requirements.entries() * ENTRY;
    }

    private Uni<Representation> answer(
            Recommender recommender, Question question, Caching caching, @Nullable String acceptEncoding) {
        var known = kept.getIfPresent(question);
        if (known != null) {
            return known.isReadyFor(acceptEncoding)
                    ? Uni.createFrom().item(known.cached(caching))
                    : computing.run(known.weight() * COMPRESSED, () -> known.compressedFor(acceptEncoding)
                            .cached(caching));
        }
        long operations = recommender.operations(question.complete);
        if (operations <= AT_ONCE) {
            return Uni.createFrom().item(keep(question, rendered(recommender, question, caching, acceptEncoding)));
        }
        return underway.of(
                        question,
                        () -> computing.run(
                                operations,
                                () -> keep(question, rendered(recommender, question, caching, acceptEncoding))))
                .map(answer -> answer.cached(caching));
    }

    private static Representation rendered(
            Recommender recommender, Question question, Caching caching, @Nullable String acceptEncoding) {
        return Representation.of(AnswerJson.of(recommender.recommend(question.complete)), caching)
                .compressedFor(acceptEncoding);
    }

    private Representation keep(Question question, Representation answer) {
        if (question.weight(answer) <= largest) {
            kept.put(question, answer);
        }
        return answer;
    }
}
