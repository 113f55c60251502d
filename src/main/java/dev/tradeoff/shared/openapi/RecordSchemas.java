package dev.tradeoff.shared.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schemas what the records say in Java: a component that is not {@code @Nullable} is never null, and one that
 * is not left out when absent is always there. Typed clients are only as good as this.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 40)
public final class RecordSchemas implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName LIST = DotName.createSimple(List.class);
    private static final Set<DotName> CONTAINERS = Set.of(LIST, DotName.createSimple(Map.class));
    private static final String OURS = "dev.tradeoff.";

    private final IndexView classes;

    public RecordSchemas(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var schemas = document.getComponents().getSchemas();
        schemas.values().stream()
                .filter(schema -> schema.getOneOf() != null)
                .forEach(choice -> choice.setType(null)); // each of what can be chosen has its own
        for (var type : classes.getKnownClasses()) {
            if (type.isRecord() && type.name().toString().startsWith(OURS)) {
                var schema = schemas.get(schemaName(type));
                if (schema != null && schema.getProperties() != null) {
                    describe(type, schema);
                }
            }
        }
    }

    private static String schemaName(ClassInfo type) {
        var annotation = type.declaredAnnotation(SCHEMA);
        var name = annotation == null ? null : annotation.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private static void describe(ClassInfo type, Schema schema) {
        var required = new ArrayList<String>();
        var leavesOut = JsonInclude.Include.ALWAYS;
        var include = type.declaredAnnotation(JSON_INCLUDE);
        if (include != null && include.value() != null) {
            leavesOut = JsonInclude.Include.valueOf(include.value().asEnum());
        }
        for (var component : type.recordComponents()) {
            var property = schema.getProperties().get(component.name());
            if (property == null) {
                continue;
            }
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            nullableItems(component.type(), property);
            boolean absent = leavesOut(component)
                    || nullable && leavesOut != JsonInclude.Include.ALWAYS
                    || leavesOut == JsonInclude.Include.NON_EMPTY
                            && CONTAINERS.contains(component.type().name());
            if (!absent) {
                required.add(component.name());
            }
            if (nullable && !absent) {
                schema.addProperty(component.name(), orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
        putComputedLast(schema);
    }

    /** What is shown with a record, and is no part of it. */
    private static void putComputedLast(Schema schema) {
        for (var property : List.copyOf(schema.getProperties().entrySet())) {
            if (Boolean.TRUE.equals(property.getValue().getReadOnly())) {
                schema.removeProperty(property.getKey());
                schema.addProperty(property.getKey(), property.getValue());
            }
        }
    }

    /** A list may hold null where its type says so. */
    private static void nullableItems(Type type, Schema property) {
        if (type.name().equals(DotName.createSimple(List.class))
                && type.kind() == Type.Kind.PARAMETERIZED_TYPE
                && property.getItems() != null) {
            var items = type.asParameterizedType().arguments().getFirst();
            nullableItems(items, property.getItems());
            if (items.hasAnnotation(NULLABLE)) {
                property.setItems(orNull(property.getItems()));
            }
        }
    }

    private static boolean leavesOut(RecordComponentInfo component) {
        if (component.annotations().stream().anyMatch(a -> a.name().equals(JSON_INCLUDE) && leavesOut(a))) {
            return true;
        }
        var field = component.declaringClass().field(component.name());
        return field != null && leavesOut(field.annotation(JSON_INCLUDE));
    }

    private static boolean leavesOut(@Nullable AnnotationInstance include) {
        return include != null
                && include.value() != null
                && include.value().asEnum().startsWith("NON_");
    }

    private static Schema orNull(Schema property) {
        if (property.getRef() != null) {
            return OASFactory.createSchema()
                    .description(property.getDescription())
                    .anyOf(List.of(
                            OASFactory.createSchema().ref(property.getRef()),
                            OASFactory.createSchema().addType(SchemaType.NULL)));
        }
        if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.addType(SchemaType.NULL);
        }
        return property;
    }
}
