package dev.tradeoff.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * What a write answers.
 *
 * @param status 200, 201 or 204
 * @param location of what was created
 * @param version of what was written, which becomes its ETag
 * @param body written as JSON
 */
public record Written(
        int status,
        @Nullable String location,
        @Nullable Long version,
        @Nullable Object body) {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    public static Written created(String location, @Nullable Long version, Object body) {
        return new Written(CREATED, location, version, body);
    }

    public static Written changed(long version, Object body) {
        return new Written(OK, null, version, body);
    }

    /** The answer of something that stores nothing that can be addressed. */
    public static Written done(Object body) {
        return new Written(OK, null, null, body);
    }

    public static Written gone() {
        return new Written(NO_CONTENT, null, null, null);
    }
}
