package dev.tradeoff.analysis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.tradeoff.mcda.Cell;
import dev.tradeoff.shared.problem.Flaws;
import java.io.IOException;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A cell of a matrix as it is sent. */
@JsonDeserialize(using = SentCell.Reader.class)
@Schema(
        name = "Cell",
        description =
                "What is known of an option under a criterion: a figure, or an uncertain one. All numbers are 0, or from 1e-300 to 1e300 in size.",
        oneOf = {Double.class, SentCell.Between.class, SentCell.Around.class})
sealed interface SentCell {

    /** Finds what is out of range in itself. */
    void checkRange(Supplier<String> pointer, Flaws flaws);

    /** Finds which rules it breaks. */
    void checkRules(Supplier<String> pointer, Flaws flaws);

    Cell cell();

    /** A figure. */
    record Figure(double value) implements SentCell {
        @Override
        public void checkRange(Supplier<String> pointer, Flaws flaws) {
            flaws.addUnless(Figures.isTaken(value), pointer, Figures.WANTED);
        }

        @Override
        public void checkRules(Supplier<String> pointer, Flaws flaws) {}

        @Override
        public Cell cell() {
            return Cell.of(value);
        }
    }

    /** Anything between two figures. */
    @Schema(
            name = "CellRange",
            description = "Anything from `min` to `max`, uniformly distributed; scores are computed from the middle.")
    record Between(double min, double max) implements SentCell {
        @Override
        public void checkRange(Supplier<String> pointer, Flaws flaws) {
            flaws.addUnless(Figures.isTaken(min), () -> pointer.get() + "/min", Figures.WANTED);
            flaws.addUnless(Figures.isTaken(max), () -> pointer.get() + "/max", Figures.WANTED);
        }

        @Override
        public void checkRules(Supplier<String> pointer, Flaws flaws) {
            flaws.addUnless(min <= max, () -> pointer.get() + "/min", "must be at most max");
        }

        @Override
        public Cell cell() {
            return new Cell.Range(min, max);
        }
    }

    /** Something around a figure. */
    @Schema(
            name = "CellDistribution",
            description = "Normally distributed around `mean`, from which scores are computed.")
    record Around(
            double mean,

            @Schema(description = "Standard deviation.", minimum = "0")
            double sd) implements SentCell {
        @Override
        public void checkRange(Supplier<String> pointer, Flaws flaws) {
            flaws.addUnless(Figures.isTaken(mean), () -> pointer.get() + "/mean", Figures.WANTED);
            flaws.addUnless(Figures.isTakenAndNotNegative(sd), () -> pointer.get() + "/sd", Figures.NOT_NEGATIVE);
        }

        @Override
        public void checkRules(Supplier<String> pointer, Flaws flaws) {}

        @Override
        public Cell cell() {
            return new Cell.Normal(mean, sd);
        }
    }

    /** Reads a number as it stands, and an object by which fields it has. */
    final class Reader extends StdDeserializer<SentCell> {

        private static final String SHAPES = "must be a number, or an object with min and max, or one with mean and sd";

        Reader() {
            super(SentCell.class);
        }

        /** Everything that an object may have. */
        private record Fields(
                @Nullable Double min,
                @Nullable Double max,
                @Nullable Double mean,
                @Nullable Double sd) {}

        @Override
        public SentCell deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isNumeric()) {
                return new Figure(parser.getDoubleValue());
            }
            if (!parser.hasToken(JsonToken.START_OBJECT)) {
                throw misshapen(context);
            }
            var fields = context.readValue(parser, Fields.class);
            if (fields.mean == null && fields.sd == null && fields.min != null && fields.max != null) {
                return new Between(fields.min, fields.max);
            }
            if (fields.min == null && fields.max == null && fields.mean != null && fields.sd != null) {
                return new Around(fields.mean, fields.sd);
            }
            throw misshapen(context);
        }

        private static IOException misshapen(DeserializationContext context) {
            return context.instantiationException(SentCell.class, new IllegalArgumentException(SHAPES));
        }
    }
}
