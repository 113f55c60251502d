package dev.tradeoff.shared.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * Which operations each address has. JAX-RS here tells neither for a 405 nor, across several resource classes of one
 * path, for OPTIONS, and nothing before it has found the operation itself.
 */
@Singleton
public final class RouteTable {

    private final List<Operation> operations;

    /** Every request is looked up, some of them twice: there are a hundred operations, and a few of each shape. */
    private final Map<Shape, List<Operation>> byShape;

    RouteTable(BeanManager beans) {
        var found = new ArrayList<Operation>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (var operation : bean.getBeanClass().getMethods()) {
                    var own = operation.getAnnotation(Path.class);
                    var address = root.value() + "/" + (own == null ? "" : own.value());
                    Arrays.stream(operation.getAnnotations())
                            .flatMap(a -> Arrays.stream(a.annotationType().getAnnotationsByType(HttpMethod.class)))
                            .forEach(method -> found.add(new Operation(
                                    id(operation),
                                    pattern(address),
                                    method.value(),
                                    steps(address).size(),
                                    operation.isAnnotationPresent(RequestBody.class),
                                    !operation.isAnnotationPresent(RolesAllowed.class)
                                            && !bean.getBeanClass().isAnnotationPresent(RolesAllowed.class),
                                    operation.isAnnotationPresent(LongBody.class))));
                }
            }
        }
        operations = List.copyOf(found);
        byShape = operations.stream().collect(Collectors.groupingBy(Operation::shape));
    }

    /** @param steps how many steps an address has */
    private record Shape(String method, int steps) {

        /** One slash at the end makes no difference. */
        static Shape of(String method, String path) {
            int end = path.endsWith("/") ? path.length() - 1 : path.length();
            return new Shape(method, (int)
                    path.substring(0, end).chars().filter(c -> c == '/').count());
        }
    }

    /**
     * @param id as the OpenAPI document has it
     * @param steps how many its path has
     * @param isOpenToAll whether no role is needed
     */
    public record Operation(
            String id,
            Pattern path,
            String method,
            int steps,
            boolean readsBody,
            boolean isOpenToAll,
            boolean hasLongBody) {

        private Shape shape() {
            return new Shape(method, steps);
        }
    }

    public List<Operation> all() {
        return operations;
    }

    /** Literal parts of an address are not preferred to parameters: the operations of one address agree in what is told here. */
    public Optional<Operation> find(String method, String path) {
        return byShape.getOrDefault(Shape.of(method, path), List.of()).stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .findFirst();
    }

    /** The methods of an address, HEAD and OPTIONS included; none if there is no such address. */
    public Set<String> methods(String path) {
        var methods = operations.stream()
                .filter(operation -> operation.path().matcher(path).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    private static String id(Method method) {
        var described = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return described == null || described.operationId().isEmpty() ? method.getName() : described.operationId();
    }

    private static List<String> steps(String template) {
        return Arrays.stream(template.split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Pattern pattern(String template) {
        return steps(template).stream()
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.collectingAndThen(Collectors.joining("/", "/", "/?"), Pattern::compile));
    }
}
