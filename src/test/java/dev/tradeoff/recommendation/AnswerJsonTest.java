package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written by hand is what Jackson would write. */
class AnswerJsonTest {

    private static final int MANY = 200_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"robustness\": false}",
                "{\"useCases\": [\"real-time-applications\", \"data-heavy-applications\"], \"experience\": {\"nodejs\": \"expert\"}}",
                "{\"weights\": {\"concurrency\": 1e3, \"ecosystem\": 0.00050}, \"seed\": -5, \"samples\": 77}",
                "{\"priorities\": [\"ecosystem\", \"concurrency\"], \"method\": \"topsis\"}",
                "{\"pairwise\": [{\"factor\": \"ecosystem\", \"over\": \"concurrency\", \"by\": 3}], \"method\": \"vikor\", \"samples\": 50}",
                "{\"constraints\": [{\"factor\": \"concurrency\", \"minimum\": 5}], \"method\": \"promethee-ii\"}",
                "{\"constraints\": [{\"factor\": \"concurrency\", \"minimum\": 5}, {\"factor\": \"data-and-ai\", \"minimum\": 5}]}"
            })
    void an_answer_is_the_same_to_the_byte(String requirements) {
        same(Answers.of("nodejs-vs-python-backend").to(requirements));
    }

    @Test
    void so_is_one_with_unknown_scores_and_several_options() {
        same(Answers.of("python-web-frameworks").to("{\"samples\": 100}"));
    }

    private static void same(TailoredRecommendation answer) {
        assertThat(text(AnswerJson.of(answer))).isEqualTo(text(AnswerJson.byJackson(answer)));
    }

    @Test
    void any_figure_is_written_as_the_shortest_that_stands_for_it() {
        var random = new Random(1);
        for (int i = 0; i < MANY; i++) {
            double any = random.nextDouble() * Math.pow(10, random.nextInt(-6, 5));
            figure(any);
            figure(Figures.rounded(any));
            figure(-Figures.rounded(any));
            figure(Math.nextUp(Figures.rounded(any)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0, 1, 0.001, 0.0009999999999, 0.5, 10, 999.999999999999, 1000, 1e7, 12345678.9, -0.0, 1e-12})
    void so_are_those_at_the_edges(double figure) {
        figure(figure);
    }

    private static void figure(double figure) {
        assertThat(text(new JsonText(1).figure(figure).bytes())).isEqualTo(Double.toString(figure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "“quoted” − 𝄞 €", "\"\\/\b\t\n\f\r\u0001\u001f\u007f\u2028", "é\"ü\\"})
    void text_is_escaped_as_jackson_does(String text) {
        assertThat(text(new JsonText(1).text(text).bytes())).isEqualTo(text(AnswerJson.byJackson(text)));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
