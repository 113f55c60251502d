package dev.tradeoff.shared.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * Which operations each address has. JAX-RS here tells neither for a 405 nor, across several resource classes of one
 * path, for OPTIONS, and nothing before it has found the operation itself.
 */
@ApplicationScoped // so that it is made when it is first asked: reading annotations is not for a start
public class RouteTable {

    private final List<Operation> operations;
    private final List<Operation> routes;
    private final Map<String, List<Operation>> byMethod;

    RouteTable(BeanManager beans) {
        var found = new ArrayList<Operation>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (var operation : bean.getBeanClass().getMethods()) {
                    var own = operation.getAnnotation(Path.class);
                    Arrays.stream(operation.getAnnotations())
                            .flatMap(a -> Arrays.stream(a.annotationType().getAnnotationsByType(HttpMethod.class)))
                            .forEach(method -> found.add(new Operation(
                                    id(operation),
                                    Template.of(root.value() + "/" + (own == null ? "" : own.value())),
                                    method.value(),
                                    operation.isAnnotationPresent(RequestBody.class),
                                    !operation.isAnnotationPresent(RolesAllowed.class)
                                            && !bean.getBeanClass().isAnnotationPresent(RolesAllowed.class),
                                    operation.isAnnotationPresent(LongBody.class),
                                    !isHidden(operation))));
                }
            }
        }
        operations = List.copyOf(found);
        routes = Stream.concat(operations.stream(), routesOfLibraries(beans)).toList();
        byMethod = routes.stream().collect(Collectors.groupingBy(Operation::method));
    }

    private static Stream<Operation> routesOfLibraries(BeanManager beans) {
        return beans.createInstance().select(LibraryRoute.class, Any.Literal.INSTANCE).stream()
                .map(route -> new Operation(
                        route.path().substring(1),
                        Template.of(route.path()),
                        HttpMethod.POST,
                        true,
                        true,
                        false,
                        false));
    }

    /**
     * @param id as the OpenAPI document has it
     * @param isOpenToAll whether no role is needed
     * @param isDocumented whether the OpenAPI document has it: pages for people are no part of the API
     */
    public record Operation(
            String id,
            Template path,
            String method,
            boolean readsBody,
            boolean isOpenToAll,
            boolean hasLongBody,
            boolean isDocumented) {}

    /** Those that the OpenAPI document has. */
    public List<Operation> all() {
        return operations;
    }

    /** Literal parts of an address are not preferred to parameters: the operations of one address agree in what is told here. */
    public Optional<Operation> find(String method, String path) {
        for (var operation : byMethod.getOrDefault(method, List.of())) {
            if (operation.path().matches(path)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }

    /** The methods of an address, HEAD and OPTIONS included; none if there is no such address. */
    public Set<String> methods(String path) {
        var methods = routes.stream()
                .filter(operation -> operation.path().matches(path))
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

    private static boolean isHidden(Method method) {
        var described = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return described != null && described.hidden();
    }

    private static String id(Method method) {
        var described = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        return described == null || described.operationId().isEmpty() ? method.getName() : described.operationId();
    }

    /**
     * An address with parameters. Compared part by part: every request with a body is held against dozens.
     *
     * @param parts those between slashes; a parameter is {@link #ANYTHING}, and what ends it, if anything does
     */
    public record Template(List<String> parts) {

        private static final char ANYTHING = '{';

        static Template of(String written) {
            return new Template(Arrays.stream(written.split("/"))
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.charAt(0) == ANYTHING ? ANYTHING + part.substring(part.indexOf('}') + 1) : part)
                    .toList());
        }

        /** Whether it is such an address, with or without a slash at its end. */
        public boolean matches(String path) {
            int at = 0;
            for (var part : parts) {
                int end = endOfPart(path, at);
                if (end <= at + 1 || !isPart(part, path, at + 1, end)) {
                    return false;
                }
                at = end;
            }
            return at == path.length() || at == path.length() - 1 && path.charAt(at) == '/';
        }

        /** @return where the part ends whose slash stands there; that place itself if none does */
        private static int endOfPart(String path, int slash) {
            if (slash >= path.length() || path.charAt(slash) != '/') {
                return slash;
            }
            int next = path.indexOf('/', slash + 1);
            return next < 0 ? path.length() : next;
        }

        private static boolean isPart(String part, String path, int from, int end) {
            if (part.charAt(0) == ANYTHING) {
                int ending = part.length() - 1;
                return end - from > ending && path.regionMatches(end - ending, part, 1, ending);
            }
            return end - from == part.length() && path.startsWith(part, from);
        }
    }
}
