package dev.tradeoff.shared.web;

import org.jspecify.annotations.Nullable;

/** What must hold of something for it to be changed. Asked while nobody else can change it. */
@FunctionalInterface
public interface Precondition {

    /** Whatever is there. */
    Precondition NONE = version -> {};

    /**
     * @param version of what is to be changed; null if it is not there
     * @throws dev.tradeoff.shared.problem.Refused if it does not hold
     */
    void check(@Nullable Long version);
}
