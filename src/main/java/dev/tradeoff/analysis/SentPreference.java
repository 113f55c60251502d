package dev.tradeoff.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.tradeoff.mcda.Preference;
import dev.tradeoff.mcda.Preference.Type;
import dev.tradeoff.shared.problem.Flaws;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A preference function as it is sent, and echoed. */
@Schema(
        name = "Preference",
        description =
                "How PROMETHEE II makes a preference in [0, 1] of the difference d by which one option is better than another under a criterion. What a type does not use is accepted and echoed.",
        requiredProperties = "type")
record SentPreference(
        Shape type,

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Schema(description = "Indifference threshold.", minimum = "0", defaultValue = "0")
        double q,

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Schema(
                description = "Preference threshold; at least `q` where the type has both.",
                minimum = "0",
                defaultValue = "0")
        double p,

        @JsonSetter(nulls = Nulls.AS_EMPTY)
        @Schema(description = "Standard deviation of `gaussian`.", minimum = "0", defaultValue = "0")
        double s) {

    static final SentPreference USUAL = new SentPreference(Shape.USUAL, 0, 0, 0);

    /** The six generalised criteria. */
    @Schema(
            name = "PreferenceType",
            description =
                    "`usual`: 1 for any d above 0; `u-shape`: 0 up to q, then 1; `v-shape`: d / p, at most 1; `level`: 0 up to q, ½ up to p, then 1; `linear`: 0 up to q, (d − q) / (p − q) up to p, then 1; `gaussian`: 1 − exp(−d² / 2s²).")
    enum Shape {
        @JsonProperty("usual")
        USUAL(Type.USUAL),
        @JsonProperty("u-shape")
        U_SHAPE(Type.U_SHAPE),
        @JsonProperty("v-shape")
        V_SHAPE(Type.V_SHAPE),
        @JsonProperty("level")
        LEVEL(Type.LEVEL),
        @JsonProperty("linear")
        LINEAR(Type.LINEAR),
        @JsonProperty("gaussian")
        GAUSSIAN(Type.GAUSSIAN);

        private final Type type;

        Shape(Type type) {
            this.type = type;
        }

        boolean hasBothThresholds() {
            return this == LEVEL || this == LINEAR;
        }
    }

    void checkRange(String pointer, Flaws flaws) {
        flaws.addUnless(type != null, pointer + "/type", "must be given"); // JSON may leave it out
        flaws.addUnless(Figures.isTakenAndNotNegative(q), pointer + "/q", Figures.NOT_NEGATIVE);
        flaws.addUnless(Figures.isTakenAndNotNegative(p), pointer + "/p", Figures.NOT_NEGATIVE);
        flaws.addUnless(Figures.isTakenAndNotNegative(s), pointer + "/s", Figures.NOT_NEGATIVE);
    }

    void checkRules(String pointer, Flaws flaws) {
        flaws.addUnless(!type.hasBothThresholds() || p >= q, pointer + "/p", "must be at least q");
    }

    Preference preference() {
        return new Preference(type.type, q, p, s);
    }
}
