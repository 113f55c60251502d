package dev.tradeoff.shared.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * What is sent may leave out fields that what is answered always has: each schema of a request body becomes one of its
 * own, called {@code …Input}, in which nothing is required but what the record says so of, and which has no field that
 * is only read.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 20)
public final class InputSchemas implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String INPUT = "Input";
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView classes;

    public InputSchemas(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var inputs = new Inputs(document.getComponents().getSchemas(), required());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(inputs::of));
        inputs.made.forEach(document.getComponents()::addSchema);
    }

    /** What records say must be sent, by the name of their schema. */
    private Map<String, List<String>> required() {
        var required = new HashMap<String, List<String>>();
        for (var schema : classes.getAnnotations(SCHEMA)) {
            var properties = schema.value("requiredProperties");
            if (properties != null && schema.value("name") != null) {
                required.put(schema.value("name").asString(), List.of(properties.asStringArray()));
            }
        }
        return required;
    }

    private static final class Inputs {

        private final Map<String, Schema> known;
        private final Map<String, List<String>> required;
        private final Map<String, Schema> made = new LinkedHashMap<>();

        Inputs(Map<String, Schema> known, Map<String, List<String>> required) {
            this.known = known;
            this.required = required;
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
                var copy = copy(target).required(required.get(name));
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
                    .maxLength(schema.getMaxLength())
                    .minItems(schema.getMinItems())
                    .maxItems(schema.getMaxItems())
                    .defaultValue(schema.getDefaultValue())
                    .oneOf(schema.getOneOf());
        }
    }
}
