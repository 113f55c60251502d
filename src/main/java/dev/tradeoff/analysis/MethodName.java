package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.NormalisationName.MIN_MAX;
import static dev.tradeoff.analysis.NormalisationName.NONE;
import static dev.tradeoff.analysis.NormalisationName.RATIO;
import static dev.tradeoff.analysis.NormalisationName.VECTOR;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.mcda.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The methods that rank options, as JSON names them, each with the normalisation that it takes if nothing is said. */
@Schema(name = "Method", description = "A method that ranks options; `/api/v1/methods` explains each.")
public enum MethodName {
    @JsonProperty("weighted-sum")
    WEIGHTED_SUM(MIN_MAX),
    @JsonProperty("weighted-product")
    WEIGHTED_PRODUCT(RATIO),
    @JsonProperty("topsis")
    TOPSIS(VECTOR),
    @JsonProperty("vikor")
    VIKOR(MIN_MAX),
    @JsonProperty("promethee-ii")
    PROMETHEE_II(NONE);

    private final NormalisationName usual;
    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    MethodName(NormalisationName usual) {
        this.usual = usual;
    }

    public static MethodName of(Method method) {
        return switch (method) {
            case Method.WeightedSum m -> WEIGHTED_SUM;
            case Method.WeightedProduct m -> WEIGHTED_PRODUCT;
            case Method.Topsis m -> TOPSIS;
            case Method.Vikor m -> VIKOR;
            case Method.PrometheeII m -> PROMETHEE_II;
        };
    }

    /** The one of that name; empty if there is none. */
    public static Optional<MethodName> named(String text) {
        return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }

    /** As JSON and query parameters write it. */
    public String text() {
        return text;
    }

    /** The normalisation that it takes if nothing is said. */
    public NormalisationName usualNormalisation() {
        return usual;
    }

    /** Those that it can be asked for with. */
    List<NormalisationName> normalisations() {
        return this == VIKOR ? List.of(MIN_MAX) : List.of(NormalisationName.values());
    }
}
