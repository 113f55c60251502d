package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.recommendation.Robustness.MethodAgreement;
import dev.tradeoff.recommendation.Robustness.StabilityInterval;
import dev.tradeoff.recommendation.TailoredRecommendation.RankedOption;
import dev.tradeoff.recommendation.TailoredRecommendation.VerdictReason;
import dev.tradeoff.recommendation.TailoredRecommendation.WeightsOrigin;
import dev.tradeoff.recommendation.TailoredRecommendation.WhyNot;
import dev.tradeoff.shared.json.JsonRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer as JSON: byte for byte what Jackson makes of its records, in a fifth of the time. What stands in few answers is
 * left to Jackson.
 */
final class AnswerJson {

    private static final ObjectMapper JACKSON = JsonRules.apply(new ObjectMapper());
    private static final int USUALLY = 8 * 1024;

    private final JsonText json = new JsonText(USUALLY);

    private AnswerJson() {}

    static byte[] of(TailoredRecommendation answer) {
        var written = new AnswerJson();
        written.write(answer);
        return written.json.bytes();
    }

    /** What Jackson makes of anything. */
    static byte[] byJackson(Object value) {
        try {
            return JACKSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }

    private void write(TailoredRecommendation answer) {
        json.raw("{\"comparison\":").text(answer.comparison());
        json.raw(",\"revision\":").number(answer.revision());
        json.raw(",\"method\":{\"name\":\"").raw(answer.method().name().text());
        json.raw("\",\"normalisation\":\"").raw(answer.method().normalisation().text());
        json.raw("\"},\"requirements\":");
        requirements(answer.requirements());
        json.raw(",\"weighting\":");
        weighting(answer.weighting());
        json.raw(",\"weights\":");
        figures(answer.weights());
        json.raw(",\"ranking\":");
        list(answer.ranking(), this::ranked);
        json.raw(",\"excluded\":");
        rare(answer.excluded());
        json.raw(",\"leftOut\":");
        rare(answer.leftOut());
        json.raw(",\"warnings\":");
        list(answer.warnings(), json::text);
        json.raw(",\"winner\":");
        textOrNull(answer.winner());
        if (!answer.tied().isEmpty()) {
            json.raw(",\"tied\":");
            list(answer.tied(), json::text);
        }
        json.raw(",\"verdict\":");
        constant(answer.verdict());
        json.raw(",\"verdictReasons\":");
        list(answer.verdictReasons(), this::reason);
        json.raw(",\"margin\":");
        figureOrNull(answer.margin());
        json.raw(",\"robustness\":");
        orNull(answer.robustness(), this::robustness);
        json.raw(",\"evidence\":");
        orNull(answer.evidence(), this::evidence);
        json.raw(",\"whyNot\":");
        list(answer.whyNot(), this::whyNot);
        json.raw(",\"combination\":");
        orNull(answer.combination(), this::rare);
        json.raw(",\"explanation\":");
        list(answer.explanation(), json::text);
        json.raw(",\"link\":");
        textOrNull(answer.link());
        json.raw(",\"asOf\":\"").raw(answer.asOf().toString());
        json.raw("\",\"engine\":").text(answer.engine()).raw('}');
    }

    /** Complete ones; what is empty is left out. */
    private void requirements(Requirements complete) {
        json.raw('{');
        if (!complete.useCases().isEmpty()) {
            json.raw("\"useCases\":");
            list(complete.useCases(), json::text);
            json.raw(',');
        }
        if (!complete.weights().isEmpty()) {
            json.raw("\"weights\":");
            map(complete.weights(), this::decimal);
            json.raw(',');
        }
        entries("priorities", complete.priorities());
        entries("pairwise", complete.pairwise());
        entries("constraints", complete.constraints());
        if (!complete.experience().isEmpty()) {
            json.raw("\"experience\":");
            map(complete.experience(), this::constant);
            json.raw(',');
        }
        json.raw("\"method\":");
        constant(complete.method());
        json.raw(",\"normalisation\":");
        constant(complete.normalisation());
        json.raw(",\"revision\":").raw(String.valueOf(complete.revision()));
        json.raw(",\"asOf\":\"").raw(String.valueOf(complete.asOf()));
        json.raw("\",\"samples\":").raw(String.valueOf(complete.samples()));
        json.raw(",\"seed\":").raw(String.valueOf(complete.seed()));
        if (complete.robustness() != null) {
            json.raw(",\"robustness\":").raw(complete.robustness().toString());
        }
        json.raw('}');
    }

    private void entries(String name, List<?> items) {
        if (!items.isEmpty()) {
            json.raw('"').raw(name).raw("\":");
            rare(items);
            json.raw(',');
        }
    }

    private void weighting(WeightsOrigin origin) {
        json.raw("{\"origin\":");
        constant(origin.origin());
        json.raw(",\"detail\":").text(origin.detail());
        if (origin.consistency() != null) {
            json.raw(",\"consistency\":");
            rare(origin.consistency());
        }
        json.raw('}');
    }

    private void ranked(RankedOption option) {
        json.raw("{\"rank\":").number(option.rank());
        json.raw(",\"option\":").text(option.option());
        json.raw(",\"score\":").figure(option.score());
        if (option.scoreRange() != null) {
            json.raw(",\"scoreRange\":{\"min\":").figure(option.scoreRange().min());
            json.raw(",\"max\":").figure(option.scoreRange().max()).raw('}');
        }
        json.raw(",\"contributions\":");
        if (option.contributions() instanceof Contributions contributions) {
            contributions.write(json);
        } else {
            rare(option.contributions());
        }
        json.raw('}');
    }

    private void reason(VerdictReason reason) {
        json.raw("{\"rule\":");
        constant(reason.rule());
        json.raw(",\"detail\":").text(reason.detail()).raw('}');
    }

    private void robustness(Robustness robustness) {
        json.raw("{\"stability\":");
        list(robustness.stability(), this::interval);
        json.raw(",\"smallestFlip\":");
        orNull(robustness.smallestFlip(), flip -> {
            json.raw("{\"factor\":").text(flip.factor());
            json.raw(",\"from\":").figure(flip.from());
            json.raw(",\"to\":").figure(flip.to());
            json.raw(",\"winner\":").text(flip.winner()).raw('}');
        });
        json.raw(",\"acceptability\":");
        rare(robustness.acceptability());
        json.raw(",\"exact\":").raw(Boolean.toString(robustness.exact()));
        json.raw(",\"agreement\":");
        list(robustness.agreement(), this::agreement);
        json.raw(",\"rankReversals\":");
        rare(robustness.rankReversals());
        json.raw('}');
    }

    private void interval(StabilityInterval interval) {
        json.raw("{\"factor\":").text(interval.factor());
        json.raw(",\"weight\":").figure(interval.weight());
        json.raw(",\"lowest\":").figure(interval.lowest());
        json.raw(",\"highest\":").figure(interval.highest());
        json.raw(",\"flipsBelow\":");
        textOrNull(interval.flipsBelow());
        json.raw(",\"flipsAbove\":");
        textOrNull(interval.flipsAbove());
        json.raw('}');
    }

    private void agreement(MethodAgreement agreement) {
        json.raw("{\"method\":\"").raw(agreement.method().text());
        json.raw("\",\"winner\":");
        textOrNull(agreement.winner());
        json.raw(",\"agrees\":").raw(Boolean.toString(agreement.agrees())).raw('}');
    }

    private void evidence(EvidenceUsed evidence) {
        var without = evidence.withoutWeakEvidence();
        json.raw("{\"claims\":");
        rare(evidence.claims());
        json.raw(",\"weak\":");
        rare(evidence.weak());
        json.raw(",\"withoutWeakEvidence\":{\"winner\":");
        textOrNull(without.winner());
        json.raw(",\"survives\":");
        constant(without.survives());
        json.raw(",\"editorialShare\":").figure(without.editorialShare()).raw("}}");
    }

    private void whyNot(WhyNot whyNot) {
        json.raw("{\"option\":").text(whyNot.option());
        json.raw(",\"would\":").text(whyNot.would());
        if (whyNot.factor() != null) {
            json.raw(",\"factor\":").text(whyNot.factor());
        }
        if (whyNot.weight() != null) {
            json.raw(",\"weight\":").figure(whyNot.weight());
        }
        if (whyNot.score() != null) {
            json.raw(",\"score\":");
            decimal(whyNot.score());
        }
        json.raw('}');
    }

    private void figures(Map<String, Double> figures) {
        map(figures, json::figure);
    }

    private <V> void map(Map<String, V> map, Consumer<V> value) {
        json.raw('{');
        map.forEach(new BiConsumer<>() {
            private boolean isFirst = true;

            @Override
            public void accept(String key, V each) {
                if (!isFirst) {
                    json.raw(',');
                }
                isFirst = false;
                json.text(key).raw(':');
                value.accept(each);
            }
        });
        json.raw('}');
    }

    private <T> void list(List<T> items, Consumer<? super T> item) {
        json.raw('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                json.raw(',');
            }
            item.accept(items.get(i));
        }
        json.raw(']');
    }

    private void decimal(BigDecimal figure) {
        json.raw(figure.toPlainString());
    }

    private void figureOrNull(@Nullable Double figure) {
        orNull(figure, json::figure);
    }

    private void textOrNull(@Nullable String text) {
        if (text == null) {
            json.raw("null");
        } else {
            json.text(text);
        }
    }

    private <T> void orNull(@Nullable T value, Consumer<? super T> write) {
        if (value == null) {
            json.raw("null");
        } else {
            write.accept(value);
        }
    }

    /** As all constants here are called in JSON. */
    private void constant(@Nullable Enum<?> constant) {
        orNull(constant, known -> json.raw('"')
                .raw(known.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .raw('"'));
    }

    private void rare(List<?> items) {
        if (items instanceof WrittenList<?> written) {
            json.raw(written.json());
        } else if (items.isEmpty()) {
            json.raw("[]");
        } else {
            rare((Object) items);
        }
    }

    private void rare(Object value) {
        json.raw(byJackson(value));
    }
}
