package dev.tradeoff.shared.web;

import dev.tradeoff.shared.json.Text;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses what would otherwise pass silently: query parameters that the operation does not have, that stand there twice
 * or hold no text, and conditional headers that cannot be read.
 */
final class StrictRequests {

    private static final List<String> CONDITIONS = List.of("If-Match", "If-None-Match");
    private static final Map<Method, Declared> DECLARED = new ConcurrentHashMap<>();

    /** A field of a deep object, {@code weight[concurrency]} say. */
    private static final Pattern DEEP = Pattern.compile("\\w+\\[[^\\[\\]]+]");

    /**
     * The query parameters that an operation has.
     *
     * @param names as they stand in the document; a deep object is {@code name[]}, whatever stands between the brackets
     * @param lists those that may stand there several times
     */
    private record Declared(Set<String> names, Set<String> lists) {

        boolean has(String name) {
            return names.contains(name) || DEEP.matcher(name).matches() && names.contains(kind(name));
        }

        private static String kind(String name) {
            return name.substring(0, name.indexOf('[')) + "[]";
        }
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        for (var header : CONDITIONS) {
            var value = request.getHeaderString(header);
            if (value != null && EntityTags.parse(value).isEmpty()) {
                throw new Problem.InvalidHeader(header, "The header " + header + " is no list of quoted entity tags.")
                        .refused();
            }
        }
        request.getUriInfo()
                .getPathParameters()
                .values()
                .forEach(values -> values.forEach(value -> {
                    if (!Text.isClean(value)
                            || value.indexOf('\uFFFD') >= 0) { // no name of anything, and PostgreSQL takes no NUL
                        throw new Problem.NotFound("Nothing has the name “" + Excerpt.of(value) + "”.").refused();
                    }
                }));
        boolean isApi = !operation.getResourceClass().isAnnotationPresent(ForPeople.class);
        if (isApi && request.getUriInfo().getRequestUri().getRawQuery() != null) {
            query(request, operation);
        }
    }

    private static void query(ContainerRequestContext request, ResourceInfo operation) {
        var declared = DECLARED.computeIfAbsent(operation.getResourceMethod(), StrictRequests::declared);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            var shown = Excerpt.of(name);
            if (!declared.has(name)) {
                throw new Problem.InvalidParameter(
                                shown,
                                "There is no query parameter “" + shown + "” here; "
                                        + (declared.names().isEmpty()
                                                ? "this operation has none."
                                                : "there are: "
                                                        + String.join(", ", declared.names())
                                                                .replace("[]", "[…]") + "."))
                        .refused();
            }
            if (values.size() > 1 && !declared.lists().contains(name)) {
                throw new Problem.InvalidParameter(shown, "The query parameter “" + shown + "” stands there twice.")
                        .refused();
            }
            if (values.stream().anyMatch(String::isEmpty)) {
                throw new Problem.InvalidParameter(
                                shown, "The query parameter “" + shown + "” has no value; leave it out.")
                        .refused();
            }
            if (!values.stream().allMatch(value -> Text.isClean(value) && value.indexOf('\uFFFD') < 0)) {
                throw new Problem.InvalidParameter(
                                shown, "The query parameter “" + shown + "” is no text: it holds NUL or invalid UTF-8.")
                        .refused();
            }
        });
    }

    private static Declared declared(Method method) {
        var names = new TreeSet<String>();
        var lists = new TreeSet<String>();
        for (var described : method.getAnnotationsByType(Parameter.class)) {
            if (described.in() == ParameterIn.QUERY) {
                names.add(described.name() + (described.style() == ParameterStyle.DEEPOBJECT ? "[]" : ""));
                if (described.schema().type() == SchemaType.ARRAY) {
                    lists.add(described.name());
                }
            }
        }
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    add(names, field, field.getName());
                }
            } else {
                add(names, parameter, parameter.getName());
            }
        }
        return new Declared(names, lists);
    }

    private static void add(Set<String> names, AnnotatedElement element, String name) {
        var rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            names.add(rest.value().isEmpty() ? name : rest.value());
        }
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        }
    }
}
