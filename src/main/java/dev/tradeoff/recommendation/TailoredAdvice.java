package dev.tradeoff.recommendation;

import dev.tradeoff.published.PublishedState;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;

/** Recommendations for who asks otherwise than by an operation: computed, kept and refused in the same places. */
@Singleton
public final class TailoredAdvice {

    /** Nobody here takes it compressed. */
    private static final String PLAIN = "identity";

    private final PublishedStates states;
    private final TailoredAnswers answers;

    TailoredAdvice(PublishedStates states, TailoredAnswers answers) {
        this.states = states;
        this.answers = answers;
    }

    /**
     * @param state that it is computed from
     * @param json the bytes that {@code POST …/tailored-recommendation} answers
     */
    public record Advice(PublishedState state, byte[] json) {}

    /**
     * The answer to requirements.
     *
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison, or a value is none that could be meant; the
     *     Uni fails so if the requirements cannot be answered, or others are computing too much
     */
    public Uni<Advice> on(String comparison, Requirements requirements) {
        RequirementsForm.check(requirements, "question");
        var sent = answers.sent(comparison, states.latest(comparison), null);
        return states.find(comparison, requirements.revision()).chain(state -> answers.to(
                        sent, state, requirements, UnaryOperator.identity(), Caching.NOT_STORED, PLAIN)
                .map(Representation::bytes)
                .map(json -> new Advice(state, json)));
    }
}
