package dev.tradeoff.shared.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes out the schemas that nothing refers to any more when all others have done their work. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 1)
public final class UnusedSchemas implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        var open = new ArrayDeque<Schema>();
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(operation -> schemas(operation).forEach(open::add)));
        components.getResponses().values().forEach(response -> of(response.getContent())
                .forEach(open::add));
        var used = used(open, document);
        List.copyOf(components.getSchemas().keySet()).stream()
                .filter(name -> !used.contains(name))
                .forEach(components::removeSchema);
    }

    private static Set<String> used(Deque<Schema> open, OpenAPI document) {
        var used = new HashSet<String>();
        while (!open.isEmpty()) {
            var schema = open.remove();
            var reference = schema.getRef();
            if (reference != null) {
                var name = reference.substring(SCHEMAS.length());
                var target = document.getComponents().getSchemas().get(name);
                if (used.add(name) && target != null) {
                    open.add(target);
                }
            }
            parts(schema).forEach(open::add);
        }
        return used;
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
                        each(
                                schema.getProperties() == null
                                        ? null
                                        : schema.getProperties().values()),
                        each(schema.getAnyOf()),
                        each(schema.getAllOf()),
                        each(schema.getOneOf()))
                .flatMap(part -> part);
    }

    private static Stream<Schema> schemas(Operation operation) {
        return Stream.of(
                        of(
                                operation.getRequestBody() == null
                                        ? null
                                        : operation.getRequestBody().getContent()),
                        operation.getResponses().getAPIResponses().values().stream()
                                .flatMap(response -> of(response.getContent())),
                        Stream.ofNullable(operation.getParameters())
                                .flatMap(Collection::stream)
                                .map(parameter -> parameter.getSchema())
                                .filter(Objects::nonNull))
                .flatMap(part -> part);
    }

    private static Stream<Schema> of(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    private static Stream<Schema> each(@Nullable Collection<Schema> schemas) {
        return schemas == null ? Stream.of() : schemas.stream();
    }
}
