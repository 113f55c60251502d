package dev.tradeoff.portal;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.portal.CatalogEntity.Api;
import dev.tradeoff.portal.CatalogEntity.Component;
import dev.tradeoff.portal.CatalogEntity.Definition;
import dev.tradeoff.portal.CatalogEntity.Metadata;
import dev.tradeoff.portal.CatalogEntity.WebLink;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The service as entities of Backstage's catalogue: a component, and the API that it provides. */
@Singleton
final class CatalogEntities {

    private static final List<String> TAGS = List.of("decisions", "knowledge", "technology");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private final BackstageSettings settings;

    CatalogEntities(BackstageSettings settings) {
        this.settings = settings;
    }

    /**
     * A YAML document for each entity.
     *
     * @param base what links begin with
     */
    String yaml(String base) {
        var text = new StringWriter();
        try (var documents = YAML.writer().writeValues(text)) {
            documents.write(component(base));
            documents.write(api(base));
        } catch (IOException e) {
            throw new UncheckedIOException("records can be written", e);
        }
        return text.toString();
    }

    private CatalogEntity component(String base) {
        return CatalogEntity.component(
                metadata(
                        base,
                        "What this organisation knows about technology choices: comparisons with their evidence, and recommendations that follow from a team's requirements.",
                        List.of(
                                new WebLink(base + "/", "Comparisons", "dashboard"),
                                new WebLink(base + "/feeds/changes.atom", "What was published, as a feed", null),
                                new WebLink(base + "/q/health", "Health", null))),
                new Component(
                        "service",
                        settings.lifecycle(),
                        settings.owner(),
                        settings.system().orElse(null),
                        List.of(settings.name())));
    }

    private CatalogEntity api(String base) {
        var document = base + "/q/openapi";
        return CatalogEntity.api(
                metadata(
                        base,
                        "Technology comparisons as data: factors, use cases, claims with their sources, FAQs, and recommendations.",
                        List.of(
                                new WebLink(base + "/q/swagger-ui/", "Swagger UI", "docs"),
                                new WebLink(document, "OpenAPI document", "docs"))),
                new Api(
                        "openapi",
                        settings.lifecycle(),
                        settings.owner(),
                        settings.system().orElse(null),
                        new Definition(document)));
    }

    private Metadata metadata(String base, String description, List<WebLink> links) {
        return new Metadata(
                settings.name(),
                "Tradeoff",
                description,
                Map.of("backstage.io/view-url", base + "/portal/backstage/catalog-info.yaml"),
                TAGS,
                links);
    }
}
