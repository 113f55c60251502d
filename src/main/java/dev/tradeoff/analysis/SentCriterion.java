package dev.tradeoff.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.mcda.Anchors;
import dev.tradeoff.mcda.Criterion;
import dev.tradeoff.mcda.Direction;
import dev.tradeoff.shared.problem.Flaws;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A criterion as it is sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Criterion",
        description = "A column of the matrix.",
        requiredProperties = {"name", "direction"})
record SentCriterion(
        @Schema(description = "Differs from those of the others.", minLength = 1, maxLength = Names.LONGEST)
        String name,

        @Nullable Which direction,

        @Schema(
                description =
                        "How much it counts; only ratios matter. All criteria have one or none has: then they count the same.",
                minimum = "0")
        @Nullable
        Double weight,

        @Schema(
                description =
                        "The figure that is worth 0; on both sides of it figures may lie. With `best` or not at all.")
        @Nullable
        Double worst,

        @Schema(description = "The figure that is worth 1, on the better side of `worst`.") @Nullable
        Double best) {

    SentCriterion {
        name = name == null ? "" : name;
    }

    /** Which way it is better. */
    @Schema(name = "CriterionDirection", description = "`max`: higher is better; `min`: lower is.")
    enum Which {
        @JsonProperty("min")
        MIN(Direction.MIN),
        @JsonProperty("max")
        MAX(Direction.MAX);

        private final Direction direction;

        Which(Direction direction) {
            this.direction = direction;
        }
    }

    void checkRange(String pointer, Flaws flaws) {
        Names.check(name, pointer + "/name", flaws);
        flaws.addUnless(direction != null, pointer + "/direction", "must be given: min or max");
        flaws.addUnless(
                weight == null || Figures.isTakenAndNotNegative(weight), pointer + "/weight", Figures.NOT_NEGATIVE);
        flaws.addUnless(worst == null || Figures.isTaken(worst), pointer + "/worst", Figures.WANTED);
        flaws.addUnless(best == null || Figures.isTaken(best), pointer + "/best", Figures.WANTED);
    }

    void checkRules(String pointer, Flaws flaws) {
        if (worst == null && best == null) {
            return;
        }
        if (worst == null) {
            flaws.add(pointer + "/worst", "must be given, since best is");
        } else if (best == null) {
            flaws.add(pointer + "/best", "must be given, since worst is");
        } else if (worst.equals(best)) {
            flaws.add(pointer + "/best", "must differ from worst");
        } else if ((best > worst) != (direction == Which.MAX)) {
            flaws.add(
                    pointer + "/best",
                    direction == Which.MAX
                            ? "must be above worst, since higher is better (direction max)"
                            : "must be below worst, since lower is better (direction min)");
        }
    }

    Criterion criterion() {
        var anchors = worst == null || best == null ? null : new Anchors(worst, best);
        return new Criterion(Objects.requireNonNull(direction).direction, anchors);
    }
}
