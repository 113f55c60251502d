package dev.tradeoff.promises;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tradeoff.database.PackagedService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/editing.md, run as they stand there, answer what stands below them. */
@Timeout(value = 180, unit = SECONDS)
class EditingGuideIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK =
            Pattern.compile("^```(bash|json|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String END = "--- end of block ---";
    private static final String WHATEVER = "…";
    private static final String ADMIN = "tradeoff_" + "g".repeat(40);

    @TempDir
    static Path home;

    /** What is typed, and what is said to be answered; empty where nothing is said. */
    private record Step(String commands, String kind, String answer) {}

    @Test
    void the_commands_of_the_editing_guide_answer_what_it_says() throws Exception {
        var steps = steps(Files.readString(Path.of("docs/editing.md")));
        assertThat(steps).hasSizeGreaterThan(15);
        List<String> answers;
        try (var service = PackagedService.start(home.toRealPath(), Map.of("TRADEOFF_ACCESS_ADMIN_TOKEN", ADMIN))
                .ready()) {
            answers = run(steps, service.port());
            service.signal("TERM");
            service.exitCode();
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.kind().equals("json")) {
                var said = values(step.answer());
                var given = values(answers.get(i));
                assertThat(given).as(step.commands()).hasSameSizeAs(said);
                assertThat(IntStream.range(0, said.size()).allMatch(at -> matches(said.get(at), given.get(at))))
                        .as("%s%nanswered%n%s%nand not%n%s", step.commands(), given, said)
                        .isTrue();
            } else {
                assertThat(answers.get(i).replace("\r\n", "\n").strip())
                        .as(step.commands())
                        .isEqualTo(step.answer().strip());
            }
        }
    }

    private static List<Step> steps(String guide) {
        var blocks = BLOCK.matcher(guide).results().toList();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).group(1).equals("bash")) {
                boolean answered =
                        i + 1 < blocks.size() && !blocks.get(i + 1).group(1).equals("bash");
                MatchResult answer = blocks.get(answered ? i + 1 : i);
                steps.add(new Step(
                        blocks.get(i).group(2), answered ? answer.group(1) : "text", answered ? answer.group(2) : ""));
            }
        }
        return steps;
    }

    /** What each step printed, in one shell after the other as somebody would paste them. */
    private static List<String> run(List<Step> steps, int port) throws IOException, InterruptedException {
        var script = steps.stream()
                .map(step -> step.commands() + "\nprintf '\\n%s\\n' '" + END + "'\n")
                .collect(Collectors.joining());
        var errors = Files.createTempFile(home, "guide", ".err");
        var bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script).redirectError(errors.toFile());
        bash.environment().put("TRADEOFF", "http://127.0.0.1:" + port);
        bash.environment().put("TOKEN", ADMIN);
        var running = bash.start();
        running.getOutputStream().close();
        var printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor())
                .as("%s%n%s", printed, Files.readString(errors))
                .isZero();
        return List.of(printed.split("\\n" + END + "\\n"));
    }

    private static List<JsonNode> values(String text) throws IOException {
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return values.readAll();
        }
    }

    private static boolean matches(JsonNode said, JsonNode given) {
        if (said instanceof TextNode text && text.asText().equals(WHATEVER)) {
            return true;
        }
        if (said.isObject() && given.isObject()) {
            return names(said).equals(names(given))
                    && names(said).stream().allMatch(name -> matches(said.get(name), given.get(name)));
        }
        if (said.isArray() && given.isArray()) {
            return said.size() == given.size()
                    && IntStream.range(0, said.size()).allMatch(i -> matches(said.get(i), given.get(i)));
        }
        return said.equals(given);
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .sorted()
                .toList();
    }
}
