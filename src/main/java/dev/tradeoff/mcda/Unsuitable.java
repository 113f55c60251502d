package dev.tradeoff.mcda;

import org.jspecify.annotations.Nullable;

/** The figures do not meet what a method or a normalisation needs; the message says which and what to mend. */
public final class Unsuitable extends RuntimeException {

    private final @Nullable Integer criterion;
    private final String reason;

    public Unsuitable(String reason) {
        super(reason, null, false, false);
        this.criterion = null;
        this.reason = reason;
    }

    /** @param criterion index of the criterion whose figures they are */
    public Unsuitable(int criterion, String reason) {
        super("criterion " + criterion + ": " + reason, null, false, false);
        this.criterion = criterion;
        this.reason = reason;
    }

    /** Index of the criterion whose figures they are; null where it is not one alone. */
    public @Nullable Integer criterion() {
        return criterion;
    }

    /** The message without the criterion's index, for those who can name it. */
    public String reason() {
        return reason;
    }
}
