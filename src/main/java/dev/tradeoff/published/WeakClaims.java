package dev.tradeoff.published;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Faq;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code weakClaims} of what rests on claims. It is asked of the evidence that the writer was given as an
 * attribute; a writer without evidence leaves it out.
 */
final class WeakClaims extends VirtualBeanPropertyWriter {

    /** For Jackson, which makes one and then has it make the other. */
    WeakClaims() {}

    private WeakClaims(BeanPropertyDefinition field, Annotations annotations, JavaType type) {
        super(field, annotations, type);
    }

    @Override
    protected @Nullable Object value(Object record, JsonGenerator generator, SerializerProvider writer) {
        return writer.getAttribute(Evidence.class) instanceof Evidence evidence ? evidence.weak(claims(record)) : null;
    }

    private static List<String> claims(Object record) {
        return switch (record) {
            case Assessment assessment -> assessment.claims();
            case Faq faq -> faq.claims();
            default -> throw new IllegalArgumentException(record.getClass() + " has no field of weak claims");
        };
    }

    @Override
    public VirtualBeanPropertyWriter withConfig(
            MapperConfig<?> config, AnnotatedClass owner, BeanPropertyDefinition field, JavaType type) {
        return new WeakClaims(field, owner.getAnnotations(), type);
    }
}
