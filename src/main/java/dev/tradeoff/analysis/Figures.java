package dev.tradeoff.analysis;

/** Which numbers are taken. Between the limits nothing overflows, and nothing that is not 0 becomes 0. */
final class Figures {

    static final double LARGEST = 1e300;
    static final double SMALLEST = 1e-300;
    static final String WANTED = "must be 0, or from 1e-300 to 1e300 in size";
    static final String NOT_NEGATIVE = "must be 0, or from 1e-300 to 1e300";

    private Figures() {}

    static boolean isTaken(double figure) {
        double size = Math.abs(figure);
        return size == 0 || size >= SMALLEST && size <= LARGEST; // refuses NaN and infinity too
    }

    static boolean isTakenAndNotNegative(double figure) {
        return isTaken(figure) && figure >= 0;
    }
}
