package dev.tradeoff.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a chart shows: options × axes. Whatever names hold, they are on one line here, and of characters that can be drawn.
 *
 * @param title what is compared
 * @param options their names, two or more
 * @param axes what they are compared on, each with a standing of every option, in their order
 * @param omissions sentences that say what was left out; none if nothing was
 */
public record Chart(String title, List<String> options, List<Axis> axes, List<String> omissions) {

    static final double WORST = 1;
    static final double BEST = 5;

    public Chart {
        title = Plain.of(title);
        options = options.stream().map(Plain::of).toList();
        axes = List.copyOf(axes);
        omissions = List.copyOf(omissions);
        int size = options.size();
        if (axes.stream().anyMatch(axis -> axis.standings().size() != size)) {
            throw new IllegalArgumentException("every axis needs a standing of every option");
        }
    }

    public Chart(String title, List<String> options, List<Axis> axes) {
        this(title, options, axes, List.of());
    }

    /**
     * Something that options are compared on.
     *
     * @param weight how much it counts, at least 0; only ratios between weights matter
     */
    public record Axis(String name, double weight, List<Standing> standings) {

        public Axis {
            name = Plain.of(name);
            standings = List.copyOf(standings);
        }

        Axis of(List<Integer> options) {
            return new Axis(name, weight, options.stream().map(standings::get).toList());
        }
    }

    /** With so many axes at most: those that count most, in the order in which they stand here. */
    public Chart weightiest(int most) {
        if (axes.size() <= most) {
            return this;
        }
        var kept = IntStream.range(0, axes.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -axes.get(i).weight()))
                .limit(most)
                .sorted()
                .map(axes::get)
                .toList();
        return omitting(options, kept, "The %d weightiest of %d factors are shown.".formatted(most, axes.size()));
    }

    /** With so many options at most: the first ones. */
    public Chart firstOptions(int most) {
        if (options.size() <= most) {
            return this;
        }
        var kept = IntStream.range(0, most).boxed().toList();
        return omitting(
                options.subList(0, most),
                axes.stream().map(axis -> axis.of(kept)).toList(),
                "The first %d of %d options are shown.".formatted(most, options.size()));
    }

    private Chart omitting(List<String> keptOptions, List<Axis> keptAxes, String omission) {
        var all = new ArrayList<>(omissions);
        all.add(omission);
        return new Chart(title, keptOptions, keptAxes, all);
    }

    /** One option's, in the order of the axes. */
    List<Standing> standingsOf(int option) {
        return axes.stream().map(axis -> axis.standings().get(option)).toList();
    }

    boolean hasUnknown() {
        return has(Standing.Unknown.class);
    }

    boolean hasNotApplicable() {
        return has(Standing.NotApplicable.class);
    }

    private boolean has(Class<? extends Standing> kind) {
        return axes.stream().flatMap(axis -> axis.standings().stream()).anyMatch(kind::isInstance);
    }
}
