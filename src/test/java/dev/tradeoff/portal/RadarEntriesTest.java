package dev.tradeoff.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradeoff.portal.RingHistory.Decision;
import dev.tradeoff.portal.TechRadar.RadarEntry;
import dev.tradeoff.portal.TechRadar.RadarLink;
import dev.tradeoff.portal.TechRadar.RadarStep;
import dev.tradeoff.published.CoveredTechnologies.Coverage;
import dev.tradeoff.published.CoveredTechnologies.Covered;
import dev.tradeoff.technology.Technology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where technologies stand on the radar, and what is said of them there. */
class RadarEntriesTest {

    private static final String BASE = "https://tradeoff.example.org";
    private static final Coverage NEWER =
            new Coverage("kafka-vs-pulsar", "Kafka or Pulsar?", Instant.parse("2026-11-02T23:30:00Z"));
    private static final Coverage OLDER = new Coverage("queues", "Which queue?", Instant.parse("2026-03-01T10:00:00Z"));

    @Test
    void a_history_is_shown_newest_first_with_the_way_of_each_move() {
        var kafka = only(new RadarSettings(
                Optional.of(Ring.ASSESS),
                Map.of(
                        "kafka",
                        new RingHistory(List.of(
                                decision(Ring.ASSESS, "2024-01-10", "Read about it."),
                                decision(Ring.ADOPT, "2026-02-01", "Runs well."),
                                decision(Ring.TRIAL, "2025-05-05", null),
                                decision(Ring.TRIAL, "2025-09-09", "Once more."),
                                decision(Ring.HOLD, "2026-11-20", "Too dear."))))));
        assertThat(kafka.timeline())
                .extracting(RadarStep::ringId, step -> step.date().toString(), RadarStep::moved, RadarStep::description)
                .containsExactly(
                        tuple("hold", "2026-11-20", -1, "Too dear."),
                        tuple("adopt", "2026-02-01", 1, "Runs well."),
                        tuple("trial", "2025-09-09", 0, "Once more."),
                        tuple("trial", "2025-05-05", 1, "In Trial since 2025-05-05."),
                        tuple("assess", "2024-01-10", 0, "Read about it."));
    }

    @Test
    void what_nobody_has_decided_on_stands_in_the_ring_for_that_since_its_newest_comparison() {
        var kafka = only(new RadarSettings(Optional.of(Ring.TRIAL), Map.of()));
        assertThat(kafka.timeline())
                .containsExactly(new RadarStep(
                        0,
                        "trial",
                        LocalDate.parse("2026-11-02"),
                        "Nobody has decided on a ring. It is in Trial because a comparison knows it: "
                                + "[Kafka or Pulsar?](https://tradeoff.example.org/comparisons/kafka-vs-pulsar)."));
    }

    @Test
    void it_is_left_out_where_there_is_no_ring_for_that_or_no_comparison_knows_it() {
        var none = new RadarSettings(Optional.empty(), Map.of());
        assertThat(entries(none, covered("Kafka", "", NEWER))).isEmpty();
        var assess = new RadarSettings(Optional.of(Ring.ASSESS), Map.of());
        assertThat(entries(assess, covered("Kafka", ""))).isEmpty();
    }

    @Test
    void what_somebody_has_decided_on_needs_no_comparison() {
        var settings = new RadarSettings(
                Optional.empty(), Map.of("kafka", new RingHistory(List.of(decision(Ring.HOLD, "2026-01-01", null)))));
        var kafka = entries(settings, covered("Kafka", "A log.")).getFirst();
        assertThat(kafka.description())
                .isEqualTo(
                        "A log.\n\nNo published comparison knows it yet. [All that is known about it](https://tradeoff.example.org/technologies/kafka).");
        assertThat(kafka.links()).extracting(RadarLink::url).containsExactly("https://kafka.example.org");
    }

    @Test
    void its_description_leads_to_the_evidence() {
        var kafka = only(new RadarSettings(Optional.of(Ring.ASSESS), Map.of()));
        assertThat(kafka.description()).isEqualTo("""
                        A log that many read.

                        The evidence: [Kafka or Pulsar?](https://tradeoff.example.org/comparisons/kafka-vs-pulsar), [Which queue?](https://tradeoff.example.org/comparisons/queues) and 5 more. [All that is known about it](https://tradeoff.example.org/technologies/kafka).""");
        assertThat(kafka.url()).isEqualTo(BASE + "/technologies/kafka");
        assertThat(kafka.links())
                .containsExactly(
                        new RadarLink(BASE + "/comparisons/kafka-vs-pulsar", "Kafka or Pulsar?"),
                        new RadarLink(BASE + "/comparisons/queues", "Which queue?"),
                        new RadarLink("https://kafka.example.org", "Home page"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[here](javascript:alert(1))",
                "![here](https://elsewhere.example.org/pixel.png)",
                "<javascript:alert(1)>",
                "# Heading",
                "1. one",
                "---",
                "    code",
                "`code` *strong* &lt;b&gt;",
                "[a]: javascript:alert(1)"
            })
    void whatever_editors_wrote_is_text(String hostile) {
        var settings = new RadarSettings(Optional.of(Ring.ASSESS), Map.of());
        var coverage = new Coverage("a-or-b", hostile, NEWER.publishedAt());
        var entry = entries(settings, covered(hostile, hostile, coverage)).getFirst();
        assertThat(entry.title()).isEqualTo(hostile);
        for (var markdown :
                List.of(entry.description(), entry.timeline().getFirst().description())) {
            var html = html(markdown);
            assertThat(html).contains(text(hostile.strip()));
            assertThat(html.replaceAll("<a href=\"https://tradeoff\\.example\\.org/[a-z/-]*\">|</a>|</?p>", ""))
                    .doesNotContain("<");
        }
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown));
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Test
    void a_summary_of_great_length_is_shortened_and_nothing_turns_the_direction_of_what_follows() {
        var settings = new RadarSettings(Optional.of(Ring.ASSESS), Map.of());
        var entry = entries(settings, covered("Ka\u202Efka", "𝒲".repeat(10_000), NEWER))
                .getFirst();
        assertThat(entry.title()).isEqualTo("Kafka");
        assertThat(entry.description()).startsWith("𝒲".repeat(600) + "…\n\n");
    }

    @ParameterizedTest
    @EnumSource(Technology.Kind.class)
    void each_kind_has_its_quadrant(Technology.Kind kind) {
        var technology = new Technology("kafka", "Kafka", kind, List.of(), null, "", null);
        var radar = new RadarEntries(new RadarSettings(Optional.of(Ring.ASSESS), Map.of()), BASE)
                .radar(List.of(new Covered(technology, "", List.of(NEWER), 1)));
        assertThat(radar.quadrants())
                .hasSize(4)
                .extracting("id")
                .contains(radar.entries().getFirst().quadrant());
    }

    @Test
    void a_history_has_a_ring_and_one_a_day() {
        assertThatThrownBy(() -> new RingHistory(List.of())).hasMessage("a history needs a ring");
        assertThatThrownBy(() -> new RingHistory(
                        List.of(decision(Ring.TRIAL, "2026-01-01", null), decision(Ring.ADOPT, "2026-01-01", null))))
                .hasMessage("two rings begin on 2026-01-01");
    }

    private static Decision decision(Ring ring, String since, String reason) {
        return new Decision(ring, LocalDate.parse(since), Optional.ofNullable(reason));
    }

    /** Kafka, which seven comparisons know. */
    private static RadarEntry only(RadarSettings settings) {
        var kafka = covered("Kafka", "A log that many read.", NEWER, OLDER);
        return entries(settings, new Covered(kafka.technology(), kafka.summary(), kafka.newest(), 7))
                .getFirst();
    }

    private static Covered covered(String name, String summary, Coverage... newest) {
        var technology = new Technology(
                "kafka", name, Technology.Kind.PLATFORM, List.of(), null, summary, "https://kafka.example.org");
        return new Covered(technology, summary, List.of(newest), newest.length);
    }

    private static List<RadarEntry> entries(RadarSettings settings, Covered covered) {
        return new RadarEntries(settings, BASE).radar(List.of(covered)).entries();
    }
}
