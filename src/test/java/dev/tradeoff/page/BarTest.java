package dev.tradeoff.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.page.Bar.Domain;
import dev.tradeoff.page.Bar.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars fit their frame, and what speaks against an option stands left of 0. */
class BarTest {

    private static Part part(double figure) {
        return new Part(figure, "1", "one");
    }

    @Test
    void parts_follow_one_another() {
        var bar = Bar.of(new Domain(0, 1), List.of(part(0.25), part(0), part(0.5)));
        assertThat(bar.zero()).isEqualTo("0.00%");
        assertThat(bar.segments()).extracting(Bar.Segment::left).containsExactly("0.00%", "25.00%");
        assertThat(bar.segments()).extracting(Bar.Segment::width).containsExactly("25.00%", "50.00%");
        assertThat(bar.segments()).extracting(Bar.Segment::tone).containsExactly(1, 2);
    }

    @Test
    void what_is_below_0_goes_the_other_way() {
        var parts = List.of(part(0.5), part(-0.25), part(-0.25));
        var domain = Domain.of(0, 0, List.of(parts, List.of(part(0.1))));
        assertThat(domain).isEqualTo(new Domain(-0.5, 0.5));
        var bar = Bar.of(domain, parts);
        assertThat(bar.zero()).isEqualTo("50.00%");
        assertThat(bar.segments()).extracting(Bar.Segment::left).containsExactly("50.00%", "25.00%", "0.00%");
    }

    @Test
    void a_narrow_part_has_no_label() {
        assertThat(Bar.of(new Domain(0, 1), List.of(part(0.01)))
                        .segments()
                        .getFirst()
                        .label())
                .isEmpty();
    }

    @Test
    void bars_of_nothing_can_be_drawn() {
        assertThat(Domain.of(0, 0, List.of(List.of(part(0))))).isEqualTo(new Domain(0, 1));
    }
}
