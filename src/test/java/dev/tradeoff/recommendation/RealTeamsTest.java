package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tradeoff.recommendation.Combination.Part;
import dev.tradeoff.recommendation.EvidenceUsed.Survival;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What teams would ask on the first content, what they are told, and why an experienced engineer would sign it. The
 * expected scores were added up by hand from the content's scores and profiles.
 */
class RealTeamsTest {

    private static final Offset<Double> ROUNDED = within(5e-5);

    private final Answers backend = Answers.of("nodejs-vs-python-backend");

    /** Thousands of open connections and hardly any computing: what an event loop is made for, and the team knows it. */
    @Test
    void a_javascript_team_that_builds_a_chat_takes_nodejs() {
        var answer = backend.to("""
                {"useCases": ["real-time-applications"], "experience": {"nodejs": "expert", "python": "none"}}""");
        assertThat(answer.winner()).isEqualTo("nodejs");
        assertThat(answer.ranking().getFirst().score()).isEqualTo(0.8210, ROUNDED);
        assertThat(answer.margin()).isEqualTo(0.2401, ROUNDED);
        assertThat(answer.robustness().agreement()).allMatch(Robustness.MethodAgreement::agrees);
        assertThat(answer.robustness().smallestFlip()).satisfies(flip -> {
            assertThat(flip.winner()).isEqualTo("python");
            assertThat(Math.abs(flip.to() - flip.from()))
                    .as("far from flipping")
                    .isGreaterThan(0.1);
        });
        assertThat(Answers.contribution(answer, "nodejs", Appraisal.EXPERIENCE).contribution())
                .isEqualTo(answer.weights().get(Appraisal.EXPERIENCE));
        assertThat(answer.combination()).isNull();
    }

    /** Models, data and the people who know them are in Python; no weight that such a team would give changes that. */
    @Test
    void a_python_team_that_builds_on_machine_learning_takes_python() {
        var answer = backend.to("""
                {"useCases": ["data-heavy-applications"], "experience": {"python": "expert"}}""");
        assertThat(answer.winner()).isEqualTo("python");
        assertThat(answer.ranking().getFirst().score()).isEqualTo(0.8024, ROUNDED);
        assertThat(answer.margin()).isEqualTo(0.2848, ROUNDED);
        assertThat(answer.whyNot()).singleElement().satisfies(whyNot -> {
            assertThat(whyNot.option()).isEqualTo("nodejs");
            assertThat(whyNot.would()).startsWith("win if");
        });
    }

    /**
     * A first product with live features, and analytics for its customers: nearly level taken together, and clearly
     * different taken apart. The honest answer is not one of them, but which of them for which part, and how they connect.
     */
    @Test
    void a_saas_startup_that_wants_both_is_told_which_for_which_part() {
        var answer = backend.to("""
                {"useCases": ["startup-mvp", "saas-products", "data-heavy-applications"],
                 "experience": {"nodejs": "good", "python": "good"}}""");
        assertThat(answer.winner()).isEqualTo("python");
        assertThat(answer.margin()).isEqualTo(0.0234, ROUNDED);
        assertThat(answer.verdict()).as("with a margin so small").isNotEqualTo(Verdict.CLEAR);
        assertThat(answer.combination()).isNotNull();
        assertThat(answer.combination().parts())
                .extracting(Part::useCase, Part::option)
                .containsExactly(
                        tuple("data-heavy-applications", "python"),
                        tuple("startup-mvp", "nodejs"),
                        tuple("saas-products", "nodejs"));
        assertThat(answer.combination().recommendation()).isEqualTo("combine-nodejs-and-python");
        assertThat(answer.combination().connection()).contains("Message queues");
        assertThat(answer.combination().findings())
                .extracting(Combination.CombinationFinding::slug)
                .contains("nodejs-separate-computation");
    }

    /**
     * Who fears to depend on what nobody looks after asks for a minimum, which no strength elsewhere may pay for. One
     * option misses it and is told what it would take.
     */
    @Test
    void an_enterprise_that_fears_its_dependencies_rules_out_what_misses_its_minimum() {
        var answer = backend.to("""
                {"useCases": ["enterprise-applications"], "constraints": [{"factor": "dependency-quality", "minimum": 3}]}""");
        assertThat(answer.winner()).isEqualTo("python");
        assertThat(answer.verdict())
                .as("the score that excludes rests on weak claims")
                .isEqualTo(Verdict.FRAGILE);
        assertThat(answer.verdictReasons()).singleElement().satisfies(reason -> assertThat(reason.rule())
                .isEqualTo(Verdict.Rule.WEAK_EVIDENCE));
        assertThat(answer.explanation()).anyMatch(sentence -> sentence.contains("Node.js is not excluded"));
        assertThat(answer.excluded()).singleElement().satisfies(excluded -> {
            assertThat(excluded.option()).isEqualTo("nodejs");
            assertThat(excluded.score()).isEqualByComparingTo("2.5");
        });
        assertThat(answer.whyNot()).singleElement().satisfies(whyNot -> assertThat(whyNot.would())
                .contains("at least 3", "2.5"));
    }

    /** Without the minimum, the same enterprise still gets Python, by less, and hears that a little more weight elsewhere turns it. */
    @Test
    void the_same_enterprise_without_a_minimum_gets_the_same_by_less() {
        var answer = backend.to("""
                {"useCases": ["enterprise-applications"], "experience": {"nodejs": "good", "python": "good"}}""");
        assertThat(answer.winner()).isEqualTo("python");
        assertThat(answer.margin()).isEqualTo(0.0673, ROUNDED);
        assertThat(answer.verdict()).isEqualTo(Verdict.FRAGILE);
    }

    /** Neither wins in general, which is what the source says too: whoever wants nothing in particular is told that. */
    @Test
    void without_any_preference_it_is_too_close_to_call() {
        var answer = backend.to("{}");
        assertThat(answer.weighting().origin()).isEqualTo(Weighting.Origin.DEFAULTS);
        assertThat(answer.margin()).isEqualTo(0.0036, ROUNDED);
        assertThat(answer.verdict()).isEqualTo(Verdict.TOO_CLOSE);
        assertThat(answer.verdictReasons().getFirst().rule()).isEqualTo(Verdict.Rule.SMALL_MARGIN);
    }

    /** The one source is secondary, undated and without conditions: nothing that rests on it alone can be called clear. */
    @Test
    void nothing_survives_that_rests_on_the_article_alone() {
        var answer = backend.to("{\"useCases\": [\"real-time-applications\"]}");
        assertThat(answer.evidence().weak()).hasSameSizeAs(answer.evidence().claims());
        assertThat(answer.evidence().withoutWeakEvidence().survives()).isEqualTo(Survival.NO);
        assertThat(answer.evidence().withoutWeakEvidence().winner()).isNull();
        assertThat(answer.verdict()).isEqualTo(Verdict.FRAGILE);
        assertThat(answer.verdictReasons())
                .extracting(TailoredRecommendation.VerdictReason::rule)
                .contains(Verdict.Rule.WEAK_EVIDENCE);
        assertThat(answer.explanation()).anyMatch(sentence -> sentence.contains("Without them nothing is left"));
    }

    /** Serving models: much waiting and a contract, where FastAPI is at home; Django and Flask have unknown throughput. */
    @Test
    void who_serves_models_in_python_takes_fastapi_and_hears_what_is_unknown() {
        var answer = Answers.of("python-web-frameworks").to("{\"useCases\": [\"model-serving\"]}");
        assertThat(answer.winner()).isEqualTo("fastapi");
        assertThat(Answers.ranked(answer, "django").scoreRange()).isNotNull();
        assertThat(Answers.contribution(answer, "django", "raw-throughput")).satisfies(unknown -> {
            assertThat(unknown.score()).isNull();
            assertThat(unknown.utility()).isEqualTo(0.5);
        });
        assertThat(answer.explanation()).anyMatch(sentence -> sentence.startsWith("Unknown"));
    }

    /** A large TypeScript code base wants structure, and NestJS brings it. */
    @Test
    void a_large_typescript_application_takes_nestjs() {
        var answer = Answers.of("nodejs-web-frameworks").to("{\"useCases\": [\"large-typescript-application\"]}");
        assertThat(answer.winner()).isEqualTo("nestjs");
        assertThat(answer.whyNot())
                .extracting(TailoredRecommendation.WhyNot::option)
                .containsExactlyInAnyOrder("express", "fastify");
    }
}
