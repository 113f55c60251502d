package dev.tradeoff.access;

/** What callers may do. Each role includes those before it. */
public final class Roles {

    /** Drafts. */
    public static final String EDITOR = "editor";

    /** Publishes, restores and imports. */
    public static final String PUBLISHER = "publisher";

    /** Manages tokens, archives, and reads the audit. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
