package dev.tradeoff.embed;

import dev.tradeoff.chart.Chart;
import dev.tradeoff.chart.Look;
import dev.tradeoff.chart.Look.Scheme;
import dev.tradeoff.evidence.EvidenceSettings;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.recommendation.ScoreChart;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is to be drawn, and how. */
record ChartQuery(
        @Parameter(
                description =
                        "Slugs of factors, separated by commas, in the order in which they are shown. Default: those with the largest default weights.",
                schema = @Schema(type = SchemaType.STRING),
                example = "concurrency,ecosystem,learning-curve")
        @RestQuery
        @Nullable
        String factors,

        @Parameter(
                description =
                        "Slugs of options, separated by commas, in the order in which they are shown: 2 to 10. Default: all, up to 10.",
                schema = @Schema(type = SchemaType.STRING),
                example = "nodejs,python")
        @RestQuery
        @Nullable
        String options,

        @Parameter(
                description = "In pixels. The drawing is laid out for it, so that text keeps its size.",
                schema =
                        @Schema(
                                type = SchemaType.INTEGER,
                                minimum = "" + Look.NARROWEST,
                                maximum = "" + Look.WIDEST,
                                defaultValue = "" + Look.USUAL),
                example = "640")
        @RestQuery
        @Nullable
        String width,

        @Parameter(
                description = "`auto`: light or dark as the viewer prefers.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"auto", "light", "dark"},
                                defaultValue = "auto"),
                example = "auto")
        @RestQuery
        @Nullable
        String scheme,

        @Parameter(
                description = "The number of an earlier state. What it shows never changes.",
                schema = @Schema(type = SchemaType.INTEGER, minimum = "1"),
                example = "1")
        @RestQuery
        @Nullable
        String revision) {

    private static final int FEWEST_OPTIONS = 2;

    /** @throws dev.tradeoff.shared.problem.Refused if width or scheme is none */
    Look look() {
        return Look.standalone(wide(), colours());
    }

    private int wide() {
        if (width == null) {
            return Look.USUAL;
        }
        return Numbers.within("width", width, Look.NARROWEST, Look.WIDEST);
    }

    private Scheme colours() {
        if (scheme == null) {
            return Scheme.AUTO;
        }
        return Arrays.stream(Scheme.values())
                .filter(known -> known.text().equals(scheme))
                .findFirst()
                .orElseThrow(
                        () -> new Problem.InvalidParameter("scheme", "scheme must be auto, light or dark.").refused());
    }

    /** @throws dev.tradeoff.shared.problem.Refused if it is none */
    @Nullable
    Integer number() {
        return revision == null ? null : Numbers.within("revision", revision, 1, Integer.MAX_VALUE);
    }

    /**
     * What of the comparison is drawn.
     *
     * @param usual as many factors, where none are named
     * @param most as many may be named
     * @throws dev.tradeoff.shared.problem.Refused if the comparison has not got what is named, or it is too much
     */
    Chart of(Comparison comparison, EvidenceSettings settings, int usual, int most, int mostOptions) {
        var drawnOptions = options == null
                ? comparison.options()
                : named("options", options, comparison.options(), FEWEST_OPTIONS, mostOptions);
        var drawnFactors =
                factors == null ? comparison.factors() : named("factors", factors, comparison.factors(), 1, most);
        var chart = ScoreChart.of(comparison, drawnOptions, drawnFactors, settings);
        return factors == null ? chart.weightiest(usual) : chart;
    }

    private static <M extends Member> List<M> named(
            String parameter, String text, List<M> members, int fewest, int most) {
        var bySlug = members.stream().collect(Collectors.toMap(Member::slug, member -> member, (a, b) -> a));
        var slugs = List.of(text.split(",", -1));
        if (slugs.size() < fewest || slugs.size() > most || new HashSet<>(slugs).size() < slugs.size()) {
            throw new Problem.InvalidParameter(
                            parameter, "%s must name %d to %d, each once.".formatted(parameter, fewest, most))
                    .refused();
        }
        return slugs.stream()
                .map(slug -> {
                    var member = bySlug.get(slug);
                    if (member == null) {
                        throw new Problem.InvalidParameter(
                                        parameter,
                                        "The comparison has no “" + Excerpt.of(slug) + "” among its " + parameter + ".")
                                .refused();
                    }
                    return member;
                })
                .toList();
    }
}
