package dev.tradeoff.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradeoff.mcda.Normalisation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The normalisations as JSON names them. */
@Schema(
        name = "Normalisation",
        description =
                "How figures are made comparable; more is better afterwards. `none`: x, or −x where lower is better (1/x in a weighted product); `scale`: (x − worst) / (best − worst) on the anchors, clamped to [0, 1]; `min-max`: (x − min) / (max − min), or (max − x) / (max − min); `vector`: x / √Σx², or 1 − x / √Σx²; `sum`: x / Σx, or (1/x) / Σ(1/x); `ratio`: x / max, or min / x.")
public enum NormalisationName {
    @JsonProperty("none")
    NONE(Normalisation.NONE),
    @JsonProperty("scale")
    SCALE(Normalisation.SCALE),
    @JsonProperty("min-max")
    MIN_MAX(Normalisation.MIN_MAX),
    @JsonProperty("vector")
    VECTOR(Normalisation.VECTOR),
    @JsonProperty("sum")
    SUM(Normalisation.SUM),
    @JsonProperty("ratio")
    RATIO(Normalisation.RATIO);

    private final Normalisation normalisation;
    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    NormalisationName(Normalisation normalisation) {
        this.normalisation = normalisation;
    }

    public static NormalisationName of(Normalisation normalisation) {
        return switch (normalisation) {
            case NONE -> NONE;
            case SCALE -> SCALE;
            case MIN_MAX -> MIN_MAX;
            case VECTOR -> VECTOR;
            case SUM -> SUM;
            case RATIO -> RATIO;
        };
    }

    /** The one of that name; empty if there is none. */
    public static Optional<NormalisationName> named(String text) {
        return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
    }

    public Normalisation normalisation() {
        return normalisation;
    }

    /** As JSON and query parameters write it. */
    public String text() {
        return text;
    }
}
