package dev.tradeoff.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpSecurityRecorder.DefaultAuthFailureHandler;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/**
 * Does what Quarkus REST does with a failed authentication, in the place of its own handler. Putting that in takes it a
 * fifth of a read: it builds its matcher of addresses anew for each request, to name the operation in metrics should
 * authentication fail before the match, which does not happen here.
 */
@Singleton
final class FailedAuthentication {

    /** Where the framework has just put its own, and Quarkus REST (199) has not seen it yet. */
    private static final int AFTER_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> HANDLER = (request, failure) -> {
        DefaultAuthFailureHandler.markIfOtherAuthenticationFailure(request, failure);
        if (!request.failed()) {
            request.fail(DefaultAuthFailureHandler.extractRootCause(failure));
        }
    };

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER) instanceof DefaultAuthFailureHandler) {
                        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, HANDLER);
                    }
                    request.next();
                },
                AFTER_AUTHENTICATION);
    }
}
