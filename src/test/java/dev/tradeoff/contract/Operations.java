package dev.tradeoff.contract;

import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations that the served OpenAPI document has, ready to be tried. */
public final class Operations {

    private Operations() {}

    public static List<Operation> all() {
        return OpenApiDocument.served().operations().stream()
                .map(Operation::new)
                .toList();
    }

    /** One of them. */
    public static final class Operation {

        private final OpenApiDocument.Operation documented;

        Operation(OpenApiDocument.Operation documented) {
            this.documented = documented;
        }

        public String id() {
            return documented.id();
        }

        /** The path of its example. */
        public String address() {
            return documented.examplePath();
        }

        /** In lower case. */
        public String method() {
            return documented.method();
        }

        /** Whether its answer ends when its reader goes away. */
        public boolean isEndless() {
            return documented.isEndless();
        }

        /** The role that it needs; empty if it is open to all. */
        public String role() {
            return documented.json().path("x-required-role").asText();
        }

        /** Sends the example of the document, with everything that the operation asks for but who sends it. */
        public Response tryOut(Optional<String> token, String requestId) {
            var request = token.map(Service::with).orElseGet(Service::request).header("X-Request-Id", requestId);
            documented.parameters("header").forEach(header -> {
                var name = header.path("name").asText();
                if (name.equals("If-Match")) {
                    request.header(name, "*");
                }
            });
            var content = documented.json().path("requestBody").path("content");
            if (!content.isEmpty()) {
                var type = content.fieldNames().next();
                var example = content.path(type).path("example");
                var others = content.path(type).path("examples");
                var body = !example.isMissingNode() || others.isEmpty()
                        ? example
                        : others.iterator().next().path("value");
                request.contentType(type).body(body.isTextual() ? body.asText() : body.toString());
            }
            return request.request(documented.method().toUpperCase(Locale.ROOT), documented.examplePath());
        }
    }
}
