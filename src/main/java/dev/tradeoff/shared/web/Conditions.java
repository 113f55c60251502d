package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * In which state the caller has seen what is to be changed (RFC 9110, 13.1). The entity tag of something that can be
 * changed begins with its version, whatever the encoding and media type.
 */
public record Conditions(
        @Parameter(
                description =
                        "The ETag of what is to be changed, as it was read; `*` for whatever state it is in. Required for what exists.",
                schema = @Schema(type = SchemaType.STRING),
                example = "*")
        @RestHeader("If-Match")
        @Nullable
        String ifMatch,

        @Parameter(
                description = "`*` where it may only be created.",
                schema = @Schema(type = SchemaType.STRING, examples = "*"))
        @RestHeader("If-None-Match")
        @Nullable
        String ifNoneMatch)
        implements Precondition {

    @Override
    public void check(@Nullable Long version) {
        if (version == null) {
            if (ifMatch != null) {
                throw new Problem.StaleVersion("If-Match names a state of something that does not exist.").refused();
            }
            return;
        }
        if (ifNoneMatch != null
                && tags(ifNoneMatch)
                        .filter(tags -> tags.any() || tags.names(version))
                        .isPresent()) {
            throw new Problem.StaleVersion("It exists already, against If-None-Match.").refused();
        }
        if (ifMatch == null) {
            throw new Problem.PreconditionRequired(
                            "It exists: send the ETag with which it was read as If-Match, so that nobody's work is overwritten.")
                    .refused();
        }
        if (tags(ifMatch).filter(tags -> tags.any() || tags.names(version)).isEmpty()) {
            throw new Problem.StaleVersion("It has changed since it had the ETag that If-Match names.").refused();
        }
    }

    private static Optional<EntityTags> tags(String header) {
        return EntityTags.parse(header);
    }
}
