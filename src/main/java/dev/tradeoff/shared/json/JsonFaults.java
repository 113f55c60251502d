package dev.tradeoff.shared.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON or YAML, and where, in words of the document; Jackson's own name our classes. */
public final class JsonFaults {

    private JsonFaults() {}

    /** Where and what: a JSON Pointer, and what to mend. */
    public static Problem.Flaw flaw(JacksonException e) {
        return new Problem.Flaw(pointer(e), detail(e));
    }

    /** The line on which the parser stopped; empty if it does not know. */
    public static String place(JacksonException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The problem of a body that could not be read. */
    public static Problem.InvalidBody problem(IOException e) {
        if (!(e instanceof JacksonException json)) {
            return new Problem.InvalidBody("The body is not valid UTF-8, or ends too early.", List.of());
        }
        var flaw = flaw(json);
        var place = place(json);
        var where = flaw.pointer().isEmpty() ? "The body" : flaw.pointer();
        return new Problem.InvalidBody(
                where + " " + flaw.detail() + (place.isEmpty() ? "" : " (" + place + ")") + ".", List.of(flaw));
    }

    private static String pointer(JacksonException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : Excerpt.of(step.getFieldName()).replace("~", "~0").replace("/", "~1"))
                .map(step -> "/" + step)
                .collect(Collectors.joining());
    }

    private static String detail(JacksonException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "is no field here; there are "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidNullException isNull -> "must not be null";
            case InvalidFormatException wrong -> format(wrong);
            case ValueInstantiationException refused ->
                refused.getCause() instanceof IllegalArgumentException why && why.getMessage() != null
                        ? why.getMessage()
                        : "cannot stand here";
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case JsonMappingException mapping
            when mapping.getCause() instanceof InputCoercionException -> "is a number that is too large";
            case JsonEOFException end -> "ends too early";
            case StreamConstraintsException beyond ->
                "is nested too deeply, or holds a name or number that is too long";
            case JsonParseException syntax
            when syntax.getOriginalMessage().startsWith("Duplicate") -> "has the same field twice";
            case JsonParseException syntax -> "cannot be read";
            default -> "cannot be read";
        };
    }

    private static String format(InvalidFormatException wrong) {
        var type = wrong.getTargetType();
        var value = Excerpt.of(String.valueOf(wrong.getValue()));
        if (type != null && type.isEnum()) {
            return "must be one of " + constants(type) + ", not “" + value + "”";
        }
        if (type == String.class) {
            return wrong.getOriginalMessage().contains("aliases")
                    ? "is an alias; write the text again"
                    : "must be text without NUL and lone surrogates";
        }
        return "must be " + noun(type) + ", not “" + value + "”";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(constant -> {
                    var name = constant.getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
                    return name == null ? constant.getName() : name.value();
                })
                .collect(Collectors.joining(", "));
    }

    private static String mismatch(MismatchedInputException mismatch) {
        var message = mismatch.getOriginalMessage();
        if (message.startsWith("Trailing token")) {
            return "goes on after its end";
        }
        if (message.startsWith("No content")) {
            return "is empty";
        }
        return "must be " + noun(mismatch.getTargetType());
    }

    private static String noun(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == BigInteger.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-04-08";
        }
        if (type.isEnum()) {
            return "one of " + constants(type);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "something else";
    }
}
