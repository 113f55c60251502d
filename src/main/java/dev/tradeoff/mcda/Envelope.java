package dev.tradeoff.mcda;

/** Where the lowest of some lines goes over from one to the next. */
final class Envelope {

    private Envelope() {}

    /** Follows the lowest line from 0 to 1; each next one ends lower than the one before. */
    static void addCorners(Line[] lines, Points corners) {
        var lowest = lowestAtStart(lines);
        var next = nextLowest(lines, lowest);
        while (!next.equals(lowest)) {
            corners.add(next.minus(lowest).root());
            lowest = next;
            next = nextLowest(lines, lowest);
        }
    }

    /** The line that is the first to go below the lowest; that one itself where none does. */
    private static Line nextLowest(Line[] lines, Line lowest) {
        var next = lowest;
        var nearest = 1.0;
        for (var line : lines) {
            if (line.end() < lowest.end()) {
                var meeting = line.minus(lowest).root();
                if (meeting < nearest) {
                    nearest = meeting;
                    next = line;
                }
            }
        }
        return next;
    }

    private static Line lowestAtStart(Line[] lines) {
        var lowest = lines[0];
        for (var line : lines) {
            if (line.start() < lowest.start() || line.start() == lowest.start() && line.end() < lowest.end()) {
                lowest = line;
            }
        }
        return lowest;
    }
}
