package dev.tradeoff.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What callers may do. Each role includes those before it. */
public final class Roles {

    /** Drafts. */
    public static final String EDITOR = "editor";

    /** Publishes, restores and imports. */
    public static final String PUBLISHER = "publisher";

    /** Manages tokens, archives, and reads the audit. */
    public static final String ADMIN = "admin";

    static final List<String> ASCENDING = List.of(EDITOR, PUBLISHER, ADMIN);

    private Roles() {}

    /** The given roles and all that they include, the least first; what is no role adds nothing. */
    static Set<String> including(Collection<String> given) {
        int highest = given.stream().mapToInt(ASCENDING::indexOf).max().orElse(-1);
        return new LinkedHashSet<>(ASCENDING.subList(0, highest + 1));
    }
}
