package dev.tradeoff.shared.web;

import dev.tradeoff.shared.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Query parameters that are true or false. */
public final class Flags {

    private Flags() {}

    /**
     * The value; false where the parameter is not there.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it is neither
     */
    public static boolean read(String parameter, @Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Problem.InvalidParameter(parameter, parameter + " must be true or false.").refused();
        };
    }
}
