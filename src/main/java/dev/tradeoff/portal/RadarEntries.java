package dev.tradeoff.portal;

import dev.tradeoff.portal.RingHistory.Decision;
import dev.tradeoff.portal.TechRadar.RadarEntry;
import dev.tradeoff.portal.TechRadar.RadarLink;
import dev.tradeoff.portal.TechRadar.RadarQuadrant;
import dev.tradeoff.portal.TechRadar.RadarRing;
import dev.tradeoff.portal.TechRadar.RadarStep;
import dev.tradeoff.published.CoveredTechnologies.Coverage;
import dev.tradeoff.published.CoveredTechnologies.Covered;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Puts technologies on the radar. A ring is somebody's decision, and comes from the configuration; what nobody has
 * decided on stands, and says so, in the one ring that is configured for that, as soon as a published comparison knows it.
 */
final class RadarEntries {

    private static final Logger LOG = Logger.getLogger(RadarEntries.class);

    /** In a portal's small window; the whole is on the technology's page. */
    private static final int LONGEST_SUMMARY = 600;

    private final RadarSettings settings;
    private final String base;

    /** @param base what links begin with */
    RadarEntries(RadarSettings settings, String base) {
        this.settings = settings;
        this.base = base;
    }

    TechRadar radar(List<Covered> technologies) {
        warnOfStrangers(technologies);
        return new TechRadar(
                "Technologies",
                RadarQuadrant.all(),
                RadarRing.all(),
                technologies.stream()
                        .flatMap(covered -> entry(covered).stream())
                        .toList());
    }

    private void warnOfStrangers(List<Covered> technologies) {
        var strangers = new TreeSet<>(settings.histories().keySet());
        technologies.forEach(covered -> strangers.remove(covered.technology().slug()));
        if (!strangers.isEmpty()) {
            LOG.warnf(
                    "No technology is called so, and none is put in a ring (tradeoff.portal.radar.technologies): %s",
                    strangers);
        }
    }

    private Optional<RadarEntry> entry(Covered covered) {
        var history = settings.histories().get(covered.technology().slug());
        return (history == null ? undecided(covered) : Optional.of(decided(history)))
                .map(timeline -> entry(covered, timeline));
    }

    private static List<RadarStep> decided(RingHistory history) {
        return IntStream.range(0, history.decisions().size())
                .mapToObj(place -> step(history, place))
                .toList();
    }

    private static RadarStep step(RingHistory history, int place) {
        var decision = history.decisions().get(place);
        return new RadarStep(
                history.moved(place),
                decision.ring().id(),
                decision.since(),
                decision.reason().orElse(reason(decision)));
    }

    private static String reason(Decision decision) {
        return "In " + decision.ring().title() + " since " + decision.since() + ".";
    }

    private Optional<List<RadarStep>> undecided(Covered covered) {
        return settings.undecided().flatMap(ring -> covered.newest().stream()
                .findFirst()
                .map(newest -> List.of(new RadarStep(0, ring.id(), day(newest), nobodyDecided(ring, newest)))));
    }

    private static LocalDate day(Coverage coverage) {
        return LocalDate.ofInstant(coverage.publishedAt(), ZoneOffset.UTC);
    }

    private String nobodyDecided(Ring ring, Coverage newest) {
        return new Prose()
                .paragraph()
                .text("Nobody has decided on a ring. It is in " + ring.title() + " because a comparison knows it: ")
                .link(newest.title(), page(newest))
                .text(".")
                .markdown();
    }

    private RadarEntry entry(Covered covered, List<RadarStep> timeline) {
        var technology = covered.technology();
        return new RadarEntry(
                technology.slug(),
                technology.slug(),
                Prose.plain(technology.name()),
                Quadrant.of(Objects.requireNonNull(technology.kind())).id(),
                timeline,
                page(covered),
                description(covered),
                links(covered));
    }

    private String description(Covered covered) {
        var prose = new Prose()
                .paragraphs(Prose.shortened(covered.summary(), LONGEST_SUMMARY))
                .paragraph();
        if (covered.newest().isEmpty()) {
            prose.text("No published comparison knows it yet. ");
        } else {
            int others = covered.comparisons() - covered.newest().size();
            prose.text("The evidence: ")
                    .links(covered.newest().stream().map(this::link))
                    .text(others == 0 ? "" : " and " + others + " more")
                    .text(". ");
        }
        return prose.link("All that is known about it", page(covered)).text(".").markdown();
    }

    private List<RadarLink> links(Covered covered) {
        var links = new ArrayList<>(covered.newest().stream().map(this::link).toList());
        var home = covered.technology().url();
        if (home != null) {
            links.add(new RadarLink(home, "Home page"));
        }
        return links;
    }

    private RadarLink link(Coverage coverage) {
        return new RadarLink(page(coverage), Prose.plain(coverage.title()));
    }

    private String page(Coverage coverage) {
        return base + "/comparisons/" + coverage.comparison();
    }

    private String page(Covered covered) {
        return base + "/technologies/" + covered.technology().slug();
    }
}
