package dev.tradeoff.published;

import dev.tradeoff.knowledge.Section;
import dev.tradeoff.matrix.MatrixCsv;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.function.BiFunction;

/**
 * What of a state of a comparison is shown.
 *
 * @param path tells it from the other views of the same state
 * @param ofTheDay whether it is another one tomorrow
 * @param render makes the bytes, which takes its time where the comparison is big
 */
record View(String path, boolean ofTheDay, BiFunction<PublishedComparison, Renderings, Representation> render) {

    private View(String path, BiFunction<PublishedComparison, Renderings, Representation> render) {
        this(path, false, render);
    }

    static final MediaType CSV = new MediaType("text", "csv");

    static final View WHOLE =
            new View("", (published, renderings) -> renderings.json(published, ComparisonView.of(published)));

    static final View REVISION = new View(
            "revision", (published, renderings) -> renderings.json(published, RevisionView.State.of(published)));

    static View of(Section section) {
        return new View(
                section.path(),
                (published, renderings) -> renderings.json(published, Items.whole(section.of(published.comparison()))));
    }

    /** A member, refused as not found where there is none of that slug. */
    static View of(Section section, String slug) {
        return new View(
                section.path() + "/" + slug,
                (published, renderings) -> renderings.json(
                        published, published.member(section, slug).orElseThrow(() -> Problem.NotFound.of(
                                        section.noun() + " of the comparison " + published.slug() + " named", slug)
                                .refused())));
    }

    static View evidence(PublishedEvidence evidence, LocalDate day) {
        return new View(
                "evidence/" + day,
                true,
                (published, renderings) ->
                        renderings.json(EvidenceView.of(published, evidence.of(published, day), day)));
    }

    static View matrix(boolean transposed) {
        return new View(
                transposed ? "matrix/transposed" : "matrix",
                (published, renderings) -> Representation.negotiated(
                        MediaType.APPLICATION_JSON_TYPE,
                        renderings.bytes(MatrixView.of(published, transposed)),
                        Caching.REVALIDATED));
    }

    static View matrixCsv(boolean transposed) {
        return new View(
                transposed ? "matrix/transposed.csv" : "matrix.csv",
                (published, renderings) -> Representation.negotiated(
                        CSV, MatrixCsv.of(published.comparison(), transposed), Caching.REVALIDATED));
    }
}
