package dev.tradeoff.shared.openapi;

import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Which role each operation needs, as the resources' annotations have it. */
final class OperationRoles {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Map<String, String> roles = new HashMap<>();

    OperationRoles(IndexView classes) {
        for (var allowed : classes.getAnnotations(RolesAllowed.class)) {
            if (allowed.target().kind() == AnnotationTarget.Kind.METHOD) {
                var operation = allowed.target().asMethod().annotation(OPERATION);
                if (operation != null && operation.value("operationId") != null) {
                    roles.put(
                            operation.value("operationId").asString(),
                            allowed.value().asStringArray()[0]);
                }
            }
        }
    }

    /** Empty for operations that are open to all. */
    Optional<String> of(Operation operation) {
        @Nullable String id = operation.getOperationId();
        return id == null ? Optional.empty() : Optional.ofNullable(roles.get(id));
    }
}
