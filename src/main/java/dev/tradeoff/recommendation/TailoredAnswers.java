package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tradeoff.published.PublishedState;
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
    private static final long AT_ONCE = 50_000;

    /** Requirements with more entries are not looked through on the event loop. */
    private static final int FEW_ENTRIES = 50;

    /** Nanoseconds that it takes to look through an entry, to prepare a cell, and to compress a byte, about. */
    private static final long ENTRY = 20_000;

    private static final long PREPARED = 5_000;
    private static final long COMPRESSED = 30;

    /** One answer takes no more than this part of the memory for all. */
    private static final int PARTS = 64;

    private final Recommenders recommenders;
    private final Computing computing;
    private final Clock clock;
    private final ObjectWriter json;
    private final long largest;
    private final Cache<Question, Representation> kept;
    private final SharedWork<Question, Representation> underway = new SharedWork<>();

    TailoredAnswers(
            Recommenders recommenders,
            Computing computing,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "tradeoff.recommendation.kept-memory") MemorySize memory,
            MeterRegistry metrics) {
        this.recommenders = recommenders;
        this.computing = computing;
        this.clock = clock;
        this.json = json.writerFor(TailoredRecommendation.class);
        this.largest = memory.asLongValue() / PARTS;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue())
                .weigher(Question::weight)
                .executor(Runnable::run) // what is too much goes at once
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(metrics, kept, "tradeoff.recommendations");
    }

    /** What an answer depends on, beside the version of the arithmetic. */
    private record Question(String comparison, Requirements complete) {

        private static final int OF_ENTRY = 200;

        /** Bytes of memory that it takes together with its answer, about. */
        int weight(Representation answer) {
            return answer.weight() + (complete.entries() + 1) * OF_ENTRY;
        }
    }

    /**
     * The answer: at once where it is kept or takes next to no time, else from a lane of {@link Computing}.
     *
     * @param state of the revision that the requirements ask for
     * @param sent requirements that have passed the check of their form
     * @param place what the sender calls the place that a JSON Pointer into the requirements leads to
     * @param acceptEncoding of the request
     * @return fails as refused if the requirements cannot be answered
     */
    Uni<Representation> to(
            PublishedState state,
            Requirements sent,
            UnaryOperator<String> place,
            Caching caching,
            @Nullable String acceptEncoding) {
        var day = sent.asOf() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : sent.asOf();
        var recommender = recommenders.kept(state, day);
        var answer = recommender != null && sent.entries() <= FEW_ENTRIES
                ? answer(recommender, recommender.complete(sent, place), caching, acceptEncoding)
                : computing
                        .run(preparation(state, sent), () -> {
                            var prepared = recommenders.of(state, day);
                            return new Asked(prepared, prepared.complete(sent, place));
                        })
                        .chain(asked -> answer(asked.recommender, asked.complete, caching, acceptEncoding));
        return answer.map(representation -> representation.cached(caching));
    }

    private record Asked(Recommender recommender, Requirements complete) {}

    private static long preparation(PublishedState state, Requirements sent) {
        var comparison = state.comparison();
        return (long) comparison.options().size() * comparison.factors().size() * PREPARED + sent.entries() * ENTRY;
    }

    private Uni<Representation> answer(
            Recommender recommender, Requirements complete, Caching caching, @Nullable String acceptEncoding) {
        var question = new Question(recommender.comparison(), complete);
        var known = kept.getIfPresent(question);
        if (known != null) {
            return known.isReadyFor(acceptEncoding)
                    ? Uni.createFrom().item(known)
                    : computing.run(known.weight() * COMPRESSED, () -> known.compressedFor(acceptEncoding));
        }
        long operations = recommender.operations(complete);
        if (operations <= AT_ONCE) {
            return Uni.createFrom().item(rendered(recommender, question, caching, acceptEncoding));
        }
        return underway.of(
                question,
                () -> computing.run(operations, () -> rendered(recommender, question, caching, acceptEncoding)));
    }

    private Representation rendered(
            Recommender recommender, Question question, Caching caching, @Nullable String acceptEncoding) {
        var answer = Representation.of(bytes(recommender.recommend(question.complete)), caching)
                .compressedFor(acceptEncoding);
        if (question.weight(answer) <= largest) {
            kept.put(question, answer);
        }
        return answer;
    }

    private byte[] bytes(TailoredRecommendation answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }
}
