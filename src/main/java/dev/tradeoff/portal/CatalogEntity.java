package dev.tradeoff.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity as Backstage's catalogue reads it (its descriptor format, {@code backstage.io/v1alpha1}). */
record CatalogEntity(String apiVersion, String kind, Metadata metadata, Spec spec) {

    private static final String VERSION = "backstage.io/v1alpha1";

    static CatalogEntity component(Metadata metadata, Component spec) {
        return new CatalogEntity(VERSION, "Component", metadata, spec);
    }

    static CatalogEntity api(Metadata metadata, Api spec) {
        return new CatalogEntity(VERSION, "API", metadata, spec);
    }

    record Metadata(
            String name,
            String title,
            String description,
            Map<String, String> annotations,
            List<String> tags,
            List<WebLink> links) {}

    /** @param icon a name that every Backstage application knows; without one it has its own */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebLink(String url, String title, @Nullable String icon) {}

    /** What a kind of entity says of itself. */
    sealed interface Spec {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Component(
            String type,
            String lifecycle,
            String owner,
            @Nullable String system,
            List<String> providesApis) implements Spec {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Api(
            String type,
            String lifecycle,
            String owner,
            @Nullable String system,
            Definition definition) implements Spec {}

    /** The catalogue puts the text in its place that it reads from the address. */
    record Definition(@JsonProperty("$text") String address) {}
}
