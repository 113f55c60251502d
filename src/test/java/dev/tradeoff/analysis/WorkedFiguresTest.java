package dev.tradeoff.analysis;

import static dev.tradeoff.analysis.Asking.tree;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkedFiguresTest {

    private static WorkedFigures compare(String published, String answer) {
        return WorkedFigures.compare(tree(published), tree(answer));
    }

    @Test
    void of_an_answer_only_what_is_published_is_shown() {
        var figures = compare("{\"a\": {\"b\": [1, 2]}}", "{\"a\": {\"b\": [1, 2], \"c\": 3}, \"d\": 4}");
        assertThat(figures.computed()).isEqualTo(tree("{\"a\": {\"b\": [1, 2]}}"));
        assertThat(figures.deviation()).isZero();
        assertThat(figures.agree()).isTrue();
    }

    @Test
    void the_deviation_is_the_largest_of_all_figures() {
        assertThat(compare("{\"a\": [1, 2], \"b\": 3}", "{\"a\": [1.25, 1.5], \"b\": 3}")
                        .deviation())
                .isEqualTo(0.5);
        assertThat(compare("[[1, 2], [3, 4]]", "[[1, 2], [3, 8]]").deviation()).isEqualTo(4);
    }

    @Test
    void what_is_no_figure_must_be_equal() {
        assertThat(compare("{\"a\": true, \"b\": [\"x\"]}", "{\"a\": true, \"b\": [\"x\"]}")
                        .agree())
                .isTrue();
        assertThat(compare("{\"a\": true}", "{\"a\": false}").agree()).isFalse();
        assertThat(compare("{\"a\": [\"x\"]}", "{\"a\": [\"y\"]}").agree()).isFalse();
    }

    @Test
    void nothing_may_be_missing_or_too_much() {
        assertThat(compare("{\"a\": 1}", "{}").agree()).isFalse();
        assertThat(compare("{\"a\": 1}", "{\"a\": null}").agree()).isFalse();
        assertThat(compare("[1, 2]", "[1]").agree()).isFalse();
        assertThat(compare("[1]", "[1, 2]").agree()).isFalse();
        assertThat(compare("{\"a\": [1]}", "{\"a\": 1}").agree()).isFalse();
        assertThat(compare("{\"a\": {\"b\": 1}}", "{\"a\": 1}").agree()).isFalse();
    }
}
