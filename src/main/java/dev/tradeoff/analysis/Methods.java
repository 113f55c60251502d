package dev.tradeoff.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The methods with their worked examples. These are computed when they are first asked for, by the engine that answers
 * requests; they stay the same as long as the program does.
 */
@Singleton
final class Methods {

    /** Those that rank, those that make weights, those that say how robust a ranking is. */
    private static final List<String> NAMES = List.of(
            "weighted-sum",
            "weighted-product",
            "topsis",
            "vikor",
            "promethee-ii",
            "ahp",
            "rank-order-centroid",
            "smaa",
            "stability");

    private final ObjectMapper json;
    private @Nullable Rendered rendered;

    Methods(ObjectMapper json) {
        this.json = json;
    }

    private record Rendered(Representation list, Map<String, Representation> each) {}

    @Schema(
            name = "MethodList",
            description =
                    "All methods: those that rank options, those that make weights, those that say how robust a ranking is.")
    record MethodList(List<MethodView> items, PageInfo page) {}

    /** Call off the event loop, the first time above all. */
    Representation list() {
        return rendered().list();
    }

    /** The one of that name; empty if there is none. */
    Optional<Representation> named(String name) {
        return Optional.ofNullable(rendered().each().get(name));
    }

    private synchronized Rendered rendered() {
        var known = rendered;
        if (known == null) {
            known = render(NAMES.stream().map(MethodText::read).map(this::view).toList());
            rendered = known;
        }
        return known;
    }

    private Rendered render(List<MethodView> views) {
        var each = new LinkedHashMap<String, Representation>();
        for (var view : views) {
            each.put(view.name(), representation(view));
        }
        return new Rendered(representation(new MethodList(views, PageInfo.whole(views.size()))), each);
    }

    private Representation representation(Object value) {
        try {
            return Representation.of(json.writeValueAsBytes(value), Caching.REVALIDATED)
                    .compressed();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a method can be written", e);
        }
    }

    private MethodView view(MethodText text) {
        var ranking = MethodName.named(text.name());
        return new MethodView(
                text.name(),
                text.title(),
                text.kind(),
                text.summary(),
                text.formula(),
                text.preconditions(),
                text.parameters().stream()
                        .map(parameter -> new MethodView.Parameter(
                                parameter.name(), parameter.description(), parameter.defaultValue()))
                        .toList(),
                ranking.map(MethodName::normalisations).orElse(List.of()),
                ranking.map(MethodName::usualNormalisation).orElse(null),
                text.source(),
                text.examples().stream().map(this::worked).toList());
    }

    private MethodView.WorkedExample worked(MethodText.Example example) {
        var figures = WorkedFigures.compare(example.published(), answer(example));
        return new MethodView.WorkedExample(
                example.title(),
                example.source(),
                example.remark(),
                example.operation(),
                example.input(),
                example.published(),
                example.recomputed(),
                figures.computed(),
                figures.deviation(),
                example.tolerance(),
                figures.agree() && figures.deviation() <= example.tolerance());
    }

    /** What the example's operation answers, figures as they are written there. */
    private JsonNode answer(MethodText.Example example) {
        try {
            var answer = example.operation().equals(AnalysisResource.ANALYSES)
                    ? json.treeToValue(example.input(), AnalysisRequest.class)
                            .question()
                            .answer()
                    : json.treeToValue(example.input(), WeightsRequest.class)
                            .checked()
                            .answer();
            return json.reader()
                    .without(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(json.writeValueAsBytes(answer));
        } catch (IOException e) {
            throw new IllegalStateException("the example " + example.id() + " can be read", e);
        }
    }
}
