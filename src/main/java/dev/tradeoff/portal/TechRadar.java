package dev.tradeoff.portal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The radar as Backstage's plugin reads it: its {@code TechRadarLoaderResponse}. */
@Schema(
        description =
                "A tech radar, in the form that Backstage's plugin reads (`TechRadarLoaderResponse` of `@backstage-community/plugin-tech-radar-common`).")
record TechRadar(
        String title,
        @Schema(description = "Always the same four.") List<RadarQuadrant> quadrants,

        @Schema(description = "From the innermost outwards.")
        List<RadarRing> rings,

        @Schema(description = "By id.") List<RadarEntry> entries) {

    @Schema(description = "A part of the radar: some kinds of technology.")
    record RadarQuadrant(String id, String name) {

        static List<RadarQuadrant> all() {
            return Arrays.stream(Quadrant.values())
                    .map(quadrant -> new RadarQuadrant(quadrant.id(), quadrant.title()))
                    .toList();
        }
    }

    @Schema(description = "How far a technology has been taken in.")
    record RadarRing(
            String id,
            String name,
            @Schema(examples = "#2e7d32") String color,
            String description) {

        static List<RadarRing> all() {
            return Arrays.stream(Ring.values())
                    .map(ring -> new RadarRing(ring.id(), ring.title(), ring.colour(), ring.meaning()))
                    .toList();
        }
    }

    @Schema(description = "A technology on the radar.")
    record RadarEntry(
            @Schema(description = "The technology's slug.") String id,
            @Schema(description = "The same as its `id`.") String key,
            String title,

            @Schema(description = "Id of its quadrant, which follows from the technology's kind.")
            String quadrant,

            @Schema(description = "Newest first, and never empty.")
            List<RadarStep> timeline,

            @Schema(description = "The technology's page.") String url,

            @Schema(description = "Markdown: what it is, and where the evidence is.")
            String description,

            @Schema(description = "Comparisons that know it, newest first, and its home page.")
            List<RadarLink> links) {}

    @Schema(description = "The ring that a technology was in from that day on.")
    record RadarStep(
            @Schema(
                    description = "Inwards (1), outwards (-1), or neither (0), compared with the ring before.",
                    minimum = "-1",
                    maximum = "1")
            int moved,

            @Schema(description = "Id of the ring.") String ringId,
            LocalDate date,
            @Schema(description = "Markdown: why.") String description) {}

    @Schema(description = "Where to read more.")
    record RadarLink(String url, String title) {}
}
