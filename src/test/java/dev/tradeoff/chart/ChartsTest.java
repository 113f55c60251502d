package dev.tradeoff.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.chart.Chart.Axis;
import dev.tradeoff.chart.Look.Scheme;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of all sizes can be read: by eyes with and without colours, and by those who hear their text. */
class ChartsTest {

    private static final Look USUAL = Look.standalone(Look.USUAL, Scheme.AUTO);
    private static final List<BiFunction<Chart, Look, String>> BOTH = List.of(Radar::svg, Bars::svg);

    private static Standing at(double place) {
        return new Standing.At(place, Words.figure(place));
    }

    private static Chart chart(int options, int axes) {
        return new Chart(
                "A or B",
                IntStream.range(0, options).mapToObj(i -> "Option " + i).toList(),
                IntStream.range(0, axes)
                        .mapToObj(axis -> new Axis(
                                "Factor " + axis,
                                axis % 5,
                                IntStream.range(0, options)
                                        .mapToObj(option -> at(1 + (option + axis) % 9 / 2.0))
                                        .toList()))
                        .toList());
    }

    private static Chart two(Standing... ofTheSecond) {
        return new Chart(
                "A or B",
                List.of("A", "B"),
                IntStream.range(0, ofTheSecond.length)
                        .mapToObj(axis -> new Axis("Factor " + axis, 2, List.of(at(4), ofTheSecond[axis])))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "2, 13", "3, 4", "4, 10", "5, 3", "10, 12", "2, 200", "10, 200", "100, 5"})
    void any_size_is_drawn_at_any_width(int options, int axes) {
        for (var draw : BOTH) {
            for (int width : new int[] {Look.NARROWEST, 400, Look.USUAL, Look.WIDEST}) {
                var drawing = Drawing.of(draw.apply(chart(options, axes), Look.standalone(width, Scheme.AUTO)));
                assertThat(drawing.root().getAttribute("width")).isEqualTo(Integer.toString(width));
                assertThat(drawing.ofClass("name")).hasSizeGreaterThanOrEqualTo(Math.min(axes, 3));
            }
        }
    }

    @Test
    void scores_are_said_in_words() {
        var chart = two(at(3.5), new Standing.At(2, "300 ms"), new Standing.Between(2, 3.25, "100 to 200 ms"));
        for (var draw : BOTH) {
            var drawing = Drawing.of(draw.apply(chart, USUAL));
            assertThat(drawing.root().getAttribute("role")).isEqualTo("img");
            assertThat(drawing.root().getAttribute("aria-labelledby").split(" "))
                    .containsExactly(
                            drawing.all("title").getFirst().getAttribute("id"),
                            drawing.all("desc").getFirst().getAttribute("id"));
            assertThat(drawing.text("title")).endsWith("chart: A or B");
            assertThat(drawing.text("desc"))
                    .isEqualTo("Scores from 1 (worst) to 5 (best). Factor 0 (weight 2): A 4, B 3.5. "
                            + "Factor 1 (weight 2): A 4, B 300 ms, which is 2 of 5. "
                            + "Factor 2 (weight 2): A 4, B 100 to 200 ms, which is between 2 and 3.25 of 5.");
        }
    }

    @Test
    void what_is_unknown_or_does_not_apply_is_a_gap_and_said() {
        var chart = two(new Standing.Unknown(), at(3), new Standing.NotApplicable(), at(2));
        for (var draw : BOTH) {
            var drawing = Drawing.of(draw.apply(chart, USUAL));
            assertThat(drawing.text("desc")).contains("Factor 0 (weight 2): A 4, B unknown.", "B not applicable.");
            assertThat(drawing.texts("text")).contains("unknown", "not applicable");
        }
        var whole = Drawing.of(Radar.svg(two(at(1), at(3), at(1), at(2)), USUAL));
        var broken = Drawing.of(Radar.svg(chart, USUAL));
        assertThat(lineOfB(whole)).endsWith("z");
        assertThat(lineOfB(broken)).isEmpty(); // nothing stands beside something
        var half = Drawing.of(Radar.svg(two(at(1), at(3), new Standing.Unknown(), at(2)), USUAL));
        assertThat(lineOfB(half)).doesNotContain("z").containsOnlyOnce("M").contains("L");
    }

    /** Behind that of the legend. */
    private static String lineOfB(Drawing drawing) {
        return drawing.ofClass("line").stream()
                .filter(line -> ((org.w3c.dom.Element) line.getParentNode())
                        .getAttribute("class")
                        .equals("option-2"))
                .skip(1)
                .map(line -> line.getAttribute("d"))
                .collect(Collectors.joining());
    }

    @Test
    void options_are_told_apart_without_colour() {
        var radar = Drawing.of(Radar.svg(chart(4, 5), USUAL));
        assertThat(radar.ofClass("line").stream()
                        .map(line -> line.getAttribute("stroke-dasharray"))
                        .collect(Collectors.toSet()))
                .hasSize(4);
        var shapes = IntStream.range(0, Radar.MOST_OPTIONS)
                .mapToObj(option -> Marks.shape(option, 0, 0, 10))
                .collect(Collectors.toSet());
        assertThat(shapes).hasSize(Radar.MOST_OPTIONS);
        var bars = Drawing.of(Bars.svg(chart(10, 1), USUAL));
        assertThat(bars.ofClass("bar").stream()
                        .map(bar -> bar.getAttribute("fill"))
                        .collect(Collectors.toSet()))
                .hasSize(10);
        assertThat(bars.texts("text")).contains("Option 0", "Option 9");
    }

    @Test
    void the_weightiest_factors_are_chosen_and_that_is_said() {
        var chart = chart(2, 200).weightiest(3);
        assertThat(chart.axes()).extracting(Axis::name).containsExactly("Factor 4", "Factor 9", "Factor 14");
        for (var draw : BOTH) {
            var drawing = Drawing.of(draw.apply(chart, USUAL));
            assertThat(drawing.text("desc")).contains("The 3 weightiest of 200 factors are shown.");
            assertThat(String.join(" ", drawing.texts("text"))).contains("The 3 weightiest of 200 factors are shown.");
        }
        assertThat(chart(2, 3).weightiest(3).omissions()).isEmpty();
    }

    @Test
    void of_many_options_the_first_are_shown_and_that_is_said() {
        for (var draw : BOTH) {
            assertThat(Drawing.of(draw.apply(chart(100, 4), USUAL)).text("desc"))
                    .contains("The first 10 of 100 options are shown.", "Option 9 ")
                    .doesNotContain("Option 10 ");
        }
    }

    @Test
    void fewer_than_three_factors_are_bars() {
        assertThat(Radar.svg(chart(2, 2), USUAL)).isEqualTo(Bars.svg(chart(2, 2), USUAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "]]></style><script>alert(1)</script>",
                "&lt;&#x3C;&entity;",
                "a\u202Eb\u2066c\u200Fd\u061C",
                "\u0001\u0008\u001B\uFFFE\uFFFF",
                "\uD800",
                "line\nbreak\ttab\u2028end",
                "",
            })
    void whatever_somebody_wrote_is_shown_as_text(String hostile) {
        var standing = new Standing.At(2, hostile);
        for (int options : new int[] {2, 6}) {
            var chart = new Chart(
                    hostile,
                    Collections.nCopies(options, hostile),
                    Collections.nCopies(3, new Axis(hostile, 1, Collections.nCopies(options, standing))),
                    List.of());
            for (var draw : BOTH) {
                for (int width : new int[] {Look.NARROWEST, Look.WIDEST}) {
                    var svg = draw.apply(chart, Look.standalone(width, Scheme.AUTO));
                    var names = Drawing.of(svg).all("*").stream()
                            .map(org.w3c.dom.Element::getLocalName)
                            .collect(Collectors.toSet());
                    assertThat(Set.of("svg", "title", "desc", "style", "rect", "text", "g", "path", "defs", "pattern"))
                            .containsAll(names);
                    assertThat(svg).doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C]");
                }
            }
        }
    }

    @Test
    void a_word_without_end_stays_within_its_place() {
        var word = "w".repeat(10_000);
        var chart = new Chart(word, List.of(word, word), List.of(new Axis(word, 1, List.of(at(1), at(2)))));
        for (var text : Drawing.of(Bars.svg(chart, USUAL)).texts("text")) {
            assertThat(Lettering.width(text, 12)).isLessThan(Look.USUAL);
        }
    }

    @Test
    void what_stands_alone_has_its_style_and_ground_and_a_part_of_a_page_has_that_pages() {
        var alone = Drawing.of(Radar.svg(chart(2, 3), USUAL));
        assertThat(alone.text("style")).contains("prefers-color-scheme:dark");
        assertThat(alone.ofClass("ground")).hasSize(1);
        assertThat(alone.ofClass("headline")).hasSize(1);
        var part = Drawing.of(Radar.svg(chart(2, 3), Look.inline(400)));
        assertThat(part.all("style")).isEmpty();
        assertThat(part.ofClass("ground")).isEmpty();
        assertThat(part.ofClass("headline")).isEmpty();
        assertThat(part.all("*")).noneMatch(element -> element.hasAttribute("style"));
        assertThat(Look.stylesheet()).isEqualTo(alone.text("style"));
    }

    @Test
    void a_scheme_can_be_settled() {
        var light = Drawing.of(Radar.svg(chart(2, 3), Look.standalone(400, Scheme.LIGHT)));
        var dark = Drawing.of(Radar.svg(chart(2, 3), Look.standalone(400, Scheme.DARK)));
        assertThat(light.text("style")).doesNotContain("prefers-color-scheme").isNotEqualTo(dark.text("style"));
    }

    @Test
    void what_is_no_chart_cannot_be_made() {
        assertThatThrownBy(() -> at(0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> at(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Standing.Between(4, 3, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Look.inline(10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Chart("", List.of("a"), List.of(new Axis("", 1, List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
