package dev.tradeoff.shared.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What is sent may leave out fields that what is answered always has: each schema of a request body becomes one of its
 * own, called {@code …Input}, in which nothing is required but what the record says so of, and which has no field that
 * is only read.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 20)
public final class InputSchemas implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String INPUT = "Input";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var inputs = new Inputs(document.getComponents().getSchemas());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(inputs::of));
        inputs.made.forEach(document.getComponents()::addSchema);
    }

    private static final class Inputs {

        private final Map<String, Schema> known;
        private final Map<String, Schema> made = new LinkedHashMap<>();

        Inputs(Map<String, Schema> known) {
            this.known = known;
        }

        void of(Operation operation) {
            var body = operation.getRequestBody();
            if (body == null || body.getContent() == null) {
                return;
            }
            body.getContent().getMediaTypes().values().forEach(media -> {
                if (media.getSchema() != null) {
                    media.schema(input(media.getSchema()));
                }
            });
        }

        /** A reference to what may be sent where the schema says what is answered. */
        private Schema input(Schema schema) {
            var reference = schema.getRef();
            if (reference != null) {
                var name = reference.substring(SCHEMAS.length());
                var target = known.get(name);
                return target == null || target.getProperties() == null && target.getAnyOf() == null
                        ? schema
                        : OASFactory.createSchema().ref(SCHEMAS + named(name, target));
            }
            var copy = copy(schema);
            if (schema.getItems() != null) {
                copy.items(input(schema.getItems()));
            }
            if (schema.getAdditionalPropertiesSchema() != null) {
                copy.additionalPropertiesSchema(input(schema.getAdditionalPropertiesSchema()));
            }
            if (schema.getAnyOf() != null) {
                copy.anyOf(schema.getAnyOf().stream().map(this::input).toList());
            }
            if (schema.getAllOf() != null) {
                copy.allOf(schema.getAllOf().stream().map(this::input).toList());
            }
            return copy;
        }

        private String named(String name, Schema target) {
            var input = name + INPUT;
            if (!made.containsKey(input)) {
                var copy = copy(target);
                made.put(input, copy);
                if (target.getProperties() != null) {
                    target.getProperties().forEach((field, property) -> {
                        if (!Boolean.TRUE.equals(property.getReadOnly())) {
                            copy.addProperty(field, input(property));
                        }
                    });
                }
                if (target.getAnyOf() != null) {
                    copy.anyOf(target.getAnyOf().stream().map(this::input).toList());
                }
            }
            return input;
        }

        private static Schema copy(Schema schema) {
            return OASFactory.createSchema()
                    .type(schema.getType())
                    .title(schema.getTitle())
                    .description(schema.getDescription())
                    .format(schema.getFormat())
                    .pattern(schema.getPattern())
                    .examples(schema.getExamples())
                    .enumeration(schema.getEnumeration())
                    .minimum(schema.getMinimum())
                    .maximum(schema.getMaximum())
                    .multipleOf(schema.getMultipleOf())
                    .minLength(schema.getMinLength())
                    .maxLength(schema.getMaxLength());
        }
    }
}
