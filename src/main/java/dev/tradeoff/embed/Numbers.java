package dev.tradeoff.embed;

import dev.tradeoff.shared.problem.Problem;

/** Query parameters that are whole numbers. */
final class Numbers {

    private static final String WHOLE = "[0-9]{1,10}";

    private Numbers() {}

    /** @throws dev.tradeoff.shared.problem.Refused if it is none, or not within these bounds */
    static int within(String parameter, String text, int least, int most) {
        if (text.matches(WHOLE)) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
        }
        var bounds = most == Integer.MAX_VALUE ? "from " + least : "from %d to %d".formatted(least, most);
        throw new Problem.InvalidParameter(parameter, parameter + " must be a whole number " + bounds + ".").refused();
    }
}
