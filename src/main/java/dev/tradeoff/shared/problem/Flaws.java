package dev.tradeoff.shared.problem;

import dev.tradeoff.shared.problem.Problem.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is wrong with what was sent, place by place. It may have very many places: flaws beyond a hundred are counted
 * only.
 */
public final class Flaws {

    private static final int LISTED = 100;

    private final List<Flaw> listed = new ArrayList<>();
    private int found;

    public void add(String pointer, String detail) {
        found++;
        if (listed.size() < LISTED) {
            listed.add(new Flaw(pointer, detail));
        }
    }

    public void addUnless(boolean right, String pointer, String detail) {
        if (!right) {
            add(pointer, detail);
        }
    }

    /** Where there are many places, and hardly any is flawed. */
    public void addUnless(boolean right, Supplier<String> pointer, String detail) {
        if (!right) {
            add(pointer.get(), detail);
        }
    }

    /** @throws dev.tradeoff.shared.problem.Refused if any was found, as a body that is not of its shape */
    public void refuseMisshapen(String noun) {
        if (!areNone()) {
            throw new Problem.InvalidBody("The " + noun + " cannot be read: " + said(UnaryOperator.identity()), listed)
                    .refused();
        }
    }

    /** @throws dev.tradeoff.shared.problem.Refused if any was found, as a body that breaks rules */
    public void refuseBroken(String noun) {
        refuseBroken(noun, UnaryOperator.identity());
    }

    /**
     * The same of what was not sent as a body.
     *
     * @param place what the sender calls the place that a pointer leads to
     */
    public void refuseBroken(String noun, UnaryOperator<String> place) {
        if (!areNone()) {
            throw broken(noun, place);
        }
    }

    public Refused broken(String noun) {
        return broken(noun, UnaryOperator.identity());
    }

    private Refused broken(String noun, UnaryOperator<String> place) {
        return new Problem.BrokenRules("The " + noun + " cannot be answered: " + said(place), listed).refused();
    }

    public boolean areNone() {
        return found == 0;
    }

    /** What has been found, the first hundred. */
    public List<Flaw> listed() {
        return List.copyOf(listed);
    }

    /** The first one, and how many more there are. */
    private String said(UnaryOperator<String> place) {
        var first = listed.getFirst();
        var where = first.pointer().isEmpty() ? "it" : place.apply(first.pointer());
        var more = found == 1 ? "" : ", and there are " + (found - 1) + " more";
        var unlisted = found > LISTED ? "; the first " + LISTED + " are listed." : ".";
        return where + " " + first.detail() + more + unlisted;
    }
}
