package dev.tradeoff.analysis;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Problem.Flaw;
import dev.tradeoff.shared.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with a body, place by place. A matrix has many places: those beyond a hundred are counted only. */
final class Flaws {

    private static final int LISTED = 100;

    private final List<Flaw> listed = new ArrayList<>();
    private int found;

    void add(String pointer, String detail) {
        found++;
        if (listed.size() < LISTED) {
            listed.add(new Flaw(pointer, detail));
        }
    }

    void addUnless(boolean right, String pointer, String detail) {
        if (!right) {
            add(pointer, detail);
        }
    }

    /** Where there are many places, and hardly any is flawed. */
    void addUnless(boolean right, Supplier<String> pointer, String detail) {
        if (!right) {
            add(pointer.get(), detail);
        }
    }

    /** @throws dev.tradeoff.shared.problem.Refused if any was found, as a body that is not of its shape */
    void refuseMisshapen(String noun) {
        if (!areNone()) {
            throw new Problem.InvalidBody("The " + noun + " is not of its shape" + rest(), listed).refused();
        }
    }

    /** @throws dev.tradeoff.shared.problem.Refused if any was found, as a body that breaks rules */
    void refuseBroken(String noun) {
        if (!areNone()) {
            throw broken(noun);
        }
    }

    Refused broken(String noun) {
        return new Problem.BrokenRules("The " + noun + " cannot be computed like this" + rest(), listed).refused();
    }

    boolean areNone() {
        return found == 0;
    }

    private String rest() {
        return found > LISTED ? ": there are " + found + " flaws, of which " + LISTED + " are listed." : ".";
    }
}
