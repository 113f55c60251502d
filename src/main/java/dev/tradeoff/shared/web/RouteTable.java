package dev.tradeoff.shared.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which methods each address has. JAX-RS here tells neither for a 405 nor, across several resource classes of one path,
 * for OPTIONS.
 */
@Singleton
final class RouteTable {

    private final List<Route> routes;

    RouteTable(BeanManager beans) {
        var found = new ArrayList<Route>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (var operation : bean.getBeanClass().getMethods()) {
                    var own = operation.getAnnotation(Path.class);
                    Arrays.stream(operation.getAnnotations())
                            .flatMap(a -> Arrays.stream(a.annotationType().getAnnotationsByType(HttpMethod.class)))
                            .forEach(method -> found.add(new Route(
                                    pattern(root.value() + "/" + (own == null ? "" : own.value())), method.value())));
                }
            }
        }
        routes = List.copyOf(found);
    }

    private record Route(Pattern path, String method) {}

    /** The methods of an address, HEAD and OPTIONS included; none if there is no such address. */
    Set<String> methods(String path) {
        var methods = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static Pattern pattern(String template) {
        return Arrays.stream(template.split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.collectingAndThen(Collectors.joining("/", "/", "/?"), Pattern::compile));
    }
}
