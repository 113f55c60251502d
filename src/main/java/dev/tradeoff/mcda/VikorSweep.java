package dev.tradeoff.mcda;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * S is linear in t, and R the larger of a falling line (1 − t)·others and a rising one t·own. As long as the best and
 * the worst S and R are of the same options and no R changes its branch, Q is a sum of lines over ranges that are
 * lines, and two Q are equal where a quadratic equation says.
 */
final class VikorSweep implements Sweep {

    /** Weighted regrets of all other criteria, one for each option: their sum and the largest of them. */
    record Regrets(double[] group, double[] individual) {
        Regrets(int options) {
            this(new double[options], new double[options]);
        }
    }

    private final double v;
    private final double[] own;
    private final Regrets others;
    private final Line[] group;
    private final double[] breaks;

    /** @param own regrets on the criterion, one for each option */
    VikorSweep(double v, double[] own, Regrets others) {
        this.v = v;
        this.own = own;
        this.others = others;
        this.group = IntStream.range(0, own.length)
                .mapToObj(i -> new Line(others.group[i], own[i]))
                .toArray(Line[]::new);
        this.breaks = allBreaks();
    }

    private double[] allBreaks() {
        var points = new Points(0, 1);
        Envelope.addCorners(group, points);
        Envelope.addCorners(Arrays.stream(group).map(line -> line.times(-1)).toArray(Line[]::new), points);
        for (var i = 0; i < own.length; i++) {
            points.add(meeting(others.individual[i], own[i]));
        }
        points.add(meeting(Numbers.max(others.individual), Numbers.max(own)));
        addChangesOfTheSmallest(points);
        return points.ascending();
    }

    /**
     * The smallest R is, as t grows, of options with ever larger regrets of the others and ever smaller own; one takes
     * over from the next where its falling line meets the other's rising one.
     */
    private void addChangesOfTheSmallest(Points points) {
        var byOwn = IntStream.range(0, own.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> own[i])
                        .thenComparingDouble(i -> others.individual[i]))
                .toList();
        var last = byOwn.getFirst();
        for (var next : byOwn) {
            if (others.individual[next] < others.individual[last]) {
                points.add(meeting(others.individual[last], own[next]));
                last = next;
            }
        }
    }

    private static double meeting(double falling, double rising) {
        return falling / (falling + rising);
    }

    @Override
    public double[] strengths(double t) {
        var sums = new double[own.length];
        var largest = new double[own.length];
        for (var i = 0; i < own.length; i++) {
            sums[i] = group[i].at(t);
            largest[i] = individual(i, t).at(t);
        }
        var strengths = new double[own.length];
        VikorModel.strengths(v, sums, largest, strengths);
        return strengths;
    }

    /** The branch of R that holds at t. */
    private Line individual(int option, double t) {
        return (1 - t) * others.individual[option] > t * own[option]
                ? new Line(others.individual[option], 0)
                : new Line(0, own[option]);
    }

    @Override
    public double tolerance(double t) {
        return Model.LEVEL;
    }

    @Override
    public double[] breaks() {
        return breaks.clone();
    }

    @Override
    public void meetings(int option, double from, double to, Points meetings) {
        var middle = from + (to - from) / 2;
        var individual = IntStream.range(0, own.length)
                .mapToObj(i -> individual(i, middle))
                .toArray(Line[]::new);
        var groupRange = range(group, middle);
        var individualRange = range(individual, middle);
        for (var k = 0; k < own.length; k++) {
            var inGroup = group[option].minus(group[k]).times(groupRange.isZero() ? 0 : v);
            var inIndividual = individual[option].minus(individual[k]).times(individualRange.isZero() ? 0 : 1 - v);
            if (groupRange.isZero() || individualRange.isZero()) {
                meetings.add(inGroup.root());
                meetings.add(inIndividual.root());
            } else {
                addMeetings(inGroup, individualRange, inIndividual, groupRange, meetings);
            }
        }
    }

    /** Where p·q + r·s is 0. */
    private static void addMeetings(Line p, Line q, Line r, Line s, Points meetings) {
        var a = p.start() * q.start() + r.start() * s.start();
        var b = p.start() * q.end() + p.end() * q.start() + r.start() * s.end() + r.end() * s.start();
        var c = p.end() * q.end() + r.end() * s.end();
        meetings.add(weight(Quadratic.firstRoot(a, b, c)));
        meetings.add(weight(Quadratic.secondRoot(a, b, c)));
    }

    private static double weight(double odds) {
        return odds / (1 + odds);
    }

    /** By how much the largest is above the smallest; zero where that has vanished but for rounding. */
    private static Line range(Line[] lines, double t) {
        var smallest = lines[0];
        var largest = lines[0];
        for (var line : lines) {
            smallest = line.at(t) < smallest.at(t) ? line : smallest;
            largest = line.at(t) > largest.at(t) ? line : largest;
        }
        return largest.at(t) - smallest.at(t) > VikorModel.VANISHED ? largest.minus(smallest) : Line.ZERO;
    }
}
