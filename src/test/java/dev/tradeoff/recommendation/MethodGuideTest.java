package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The worked example of docs/method.md, computed again. */
class MethodGuideTest {

    private static final double PRINTED = 5e-7;

    private static String block(String guide, String kind) {
        var found = Pattern.compile("^```json " + kind + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(guide);
        assertThat(found.find()).as("a block “json %s”", kind).isTrue();
        return found.group(1);
    }

    @Test
    void the_worked_example_comes_out_as_it_stands_there() throws IOException {
        var guide = Files.readString(Path.of("docs/method.md"));
        var answer =
                Answers.JSON.valueToTree(Answers.of("nodejs-vs-python-backend").to(block(guide, "request")));
        same(Answers.JSON.readTree(block(guide, "answer")), answer, "");
    }

    /** Every field that the guide shows is in the answer, numbers to the places that are printed. */
    private static void same(JsonNode printed, JsonNode computed, String at) {
        if (printed.isObject()) {
            printed.fields()
                    .forEachRemaining(
                            field -> same(field.getValue(), computed.path(field.getKey()), at + "/" + field.getKey()));
        } else if (printed.isArray()) {
            assertThat(computed.size()).as(at).isEqualTo(printed.size());
            for (int i = 0; i < printed.size(); i++) {
                same(printed.get(i), computed.get(i), at + "/" + i);
            }
        } else if (printed.isNumber()) {
            assertThat(computed.asDouble(Double.NaN)).as(at).isCloseTo(printed.asDouble(), within(PRINTED));
        } else {
            assertThat(computed).as(at).isEqualTo(printed);
        }
    }
}
