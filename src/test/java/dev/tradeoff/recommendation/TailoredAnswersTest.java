package dev.tradeoff.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.authoring.Drafts;
import dev.tradeoff.authoring.Publisher;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.web.Computing;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was asked before is answered from memory, and is the answer that would be computed now. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class TailoredAnswersTest {

    private static final String ADDRESS = Service.FIRST + "/tailored-recommendation";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    PublishedStates states;

    @Inject
    Recommenders recommenders;

    @Inject
    Computing computing;

    @Inject
    ObjectMapper json;

    @Inject
    Drafts drafts;

    @Inject
    Publisher publisher;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-25T12:00:00Z"));

    /** A clock that a test sets. */
    private static final class MovedClock extends Clock {

        private Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private TailoredAnswers answers(long memory) {
        return new TailoredAnswers(recommenders, computing, clock, new MemorySize(BigInteger.valueOf(memory)), metrics);
    }

    private Representation ask(TailoredAnswers answers, String requirements) {
        var latest = states.latest("nodejs-vs-python-backend");
        return answers.to(
                        answers.sent("nodejs-vs-python-backend", latest, null),
                        states.find("nodejs-vs-python-backend", latest.orElseThrow())
                                .await()
                                .atMost(PATIENCE),
                        Answers.requirements(requirements),
                        UnaryOperator.identity(),
                        Caching.NOT_STORED,
                        null)
                .await()
                .atMost(PATIENCE);
    }

    private Map<String, Object> said(Representation answer) {
        try {
            return json.readValue(answer.bytes(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double counted(String meter, String... tags) {
        return metrics.get(meter).tags(tags).functionCounter().count();
    }

    private static byte[] post(String requirements) {
        return Service.request()
                .contentType("application/json")
                .body(requirements)
                .post(ADDRESS)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"robustness\": false}",
                "{\"useCases\": [\"startup-mvp\"], \"experience\": {\"python\": \"good\"}, \"robustness\": false}",
                "{\"weights\": {\"concurrency\": 5, \"ecosystem\": 1}, \"method\": \"topsis\", \"samples\": 500}",
            })
    void who_asks_again_gets_the_same_bytes_however_it_is_asked(String requirements) {
        var first = post(requirements);
        assertThat(post(requirements)).isEqualTo(first);
        assertThat(post(requirements.replace("{", " {\n "))).isEqualTo(first);
        var link = Service.request()
                .contentType("application/json")
                .body(requirements)
                .post(ADDRESS)
                .<String>path("link");
        var linked = Service.get(link);
        assertThat(linked.asByteArray()).isEqualTo(first);
        Service.request()
                .header("If-None-Match", linked.header("ETag"))
                .get(link)
                .then()
                .statusCode(304);
        var today = "{\"asOf\": \"" + linked.<String>path("asOf") + (requirements.equals("{}") ? "\"" : "\", ");
        assertThat(ask(answers(4 << 20), requirements.replaceFirst("\\{", today))
                        .bytes())
                .isEqualTo(first);
    }

    @Test
    void requirements_that_mean_the_same_are_computed_once() {
        var answers = answers(4 << 20);
        ask(answers, "{\"useCases\": [\"startup-mvp\", \"saas-products\"]}");
        ask(answers, "{\"useCases\": [\"saas-products\", \"startup-mvp\"], \"samples\": 10000, \"seed\": 1}");
        assertThat(counted("cache.gets", "result", "hit")).isEqualTo(1);
        ask(answers, "{\"useCases\": [\"saas-products\", \"startup-mvp\"], \"seed\": 2}");
        assertThat(counted("cache.gets", "result", "miss")).isEqualTo(2);
    }

    @Test
    void the_day_ends_at_midnight_in_utc() {
        var answers = answers(4 << 20);
        clock.now = Instant.parse("2026-11-25T23:59:59.999999Z");
        assertThat(said(ask(answers, "{}"))).containsEntry("asOf", "2026-11-25");
        clock.now = Instant.parse("2026-11-26T00:00:00Z");
        assertThat(said(ask(answers, "{}"))).containsEntry("asOf", "2026-11-26");
        assertThat(said(ask(answers, "{\"asOf\": \"2026-11-25\"}"))).containsEntry("asOf", "2026-11-25");
        assertThat(counted("cache.gets", "result", "hit")).isEqualTo(1);
    }

    @Test
    void an_answer_that_takes_more_than_its_part_of_the_memory_is_not_kept() {
        var answers = answers(100 * 1024);
        ask(answers, "{}");
        ask(answers, "{}");
        assertThat(counted("cache.gets", "result", "hit")).isZero();
    }

    @Test
    void many_questions_do_not_take_more_memory_than_there_is() {
        var answers = answers(3 * 1024 * 1024);
        for (int seed = 1; seed <= 400; seed++) {
            ask(answers, "{\"robustness\": false, \"seed\": " + seed + "}");
        }
        assertThat(metrics.get("cache.size").gauge().value()).isBetween(100.0, 300.0);
    }

    @Test
    void a_publication_is_answered_from_at_once() {
        var slug = "kept-" + UUID.randomUUID().toString().substring(0, 8);
        var address = "/api/v1/comparisons/" + slug + "/tailored-recommendation?robustness=";
        for (int revision = 1; revision <= 3; revision++) {
            drafts.replace(weighing(slug, revision));
            publisher.publish(slug, "Revision " + revision, "tester");
            for (var robustness : List.of("true", "false", "true", "false")) {
                var answer = Service.get(address + robustness).then().statusCode(200);
                answer.body("revision", equalTo(revision));
                answer.body("weights.raw-throughput", equalTo(revision / (revision + 1f)));
            }
        }
        Service.get(address + "false&revision=1").then().body("weights.raw-throughput", equalTo(0.5f));
    }

    /** All weight lies on two factors: so much on one, and 1 on the other. */
    private static Comparison weighing(String slug, int throughput) {
        var comparison = (ObjectNode) Answers.JSON.valueToTree(Answers.bundled("python-web-frameworks"));
        comparison.put("slug", slug);
        for (var factor : comparison.withArray("factors")) {
            var weight = Map.of("raw-throughput", throughput, "built-in-features", 1)
                    .getOrDefault(factor.get("slug").asText(), 0);
            ((ObjectNode) factor).put("weight", weight);
        }
        return Answers.JSON.convertValue(comparison, Comparison.class);
    }
}
