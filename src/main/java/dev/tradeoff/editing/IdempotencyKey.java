package dev.tradeoff.editing;

import dev.tradeoff.shared.web.Retries;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** The header that makes a POST safe to repeat; {@link Retries} reads it. */
record IdempotencyKey(
        @Parameter(
                description =
                        "Any name for this one request, such as a UUID. Sent again within 24 hours with the same body, it gets the same answer and has no second effect.",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                maxLength = 200,
                                examples = "8f14e45f-ceea-467f-9b1c-0a7d1f2b3c4d"))
        @RestHeader(Retries.KEY)
        @Nullable
        String key) {}
