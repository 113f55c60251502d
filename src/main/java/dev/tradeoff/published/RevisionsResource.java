package dev.tradeoff.published;

import dev.tradeoff.knowledge.Changes;
import dev.tradeoff.shared.web.Cursor;
import dev.tradeoff.shared.web.PageInfo;
import dev.tradeoff.shared.web.Pagination;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The history of a comparison: its revisions, and what changed between them. */
@Path("/api/v1/comparisons/{comparison}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "History")
public class RevisionsResource {

    private final History history;
    private final Renderings renderings;

    RevisionsResource(History history, Renderings renderings) {
        this.history = history;
        this.renderings = renderings;
    }

    @GET
    @Operation(
            operationId = "listRevisions",
            summary = "The revisions of a comparison",
            description = "When it was published, by whom and with which message; newest first, in pages.")
    @APIResponseSchema(
            value = ListSchemas.RevisionList.class,
            responseDescription = "A page of revisions, newest first.")
    public Uni<Representation> revisions(
            @RestPath String comparison, @BeanParam Pagination pagination, @Context UriInfo address) {
        int size = pagination.size();
        var list = "revisions of " + comparison;
        var place = Cursor.decode(pagination.cursor(), list);
        int below = place == null ? Integer.MAX_VALUE : PublishedComparisons.number(comparison, place.key());
        return history.offLoop(() -> {
            var found =
                    history.publications(comparison, below, size + 1); // one more tells whether there is a next page
            var shown = found.subList(0, Math.min(size, found.size()));
            var next = found.size() > size
                    ? new Cursor(0, Integer.toString(shown.getLast().revision())).encode(list)
                    : null;
            // Numbers have no gap: the latest one is how many there are.
            int total = history.latest(comparison).number();
            var page = renderings.json(new ListSchemas.RevisionList(
                    shown.stream().map(RevisionView::of).toList(), PageInfo.of(size, next, total)));
            return next == null ? page : page.linking(Pagination.next(address, next));
        });
    }

    @GET
    @Path("{revision}")
    @Operation(
            operationId = "getRevision",
            summary = "A revision of a comparison",
            description =
                    "The whole comparison as it was published under that number, with who published it and why. It never changes.")
    @APIResponseSchema(value = ListSchemas.RevisionState.class, responseDescription = "The revision.")
    public Uni<Representation> revision(@RestPath String comparison, @RestPath String revision) {
        int number = PublishedComparisons.number(comparison, revision);
        return history.offLoop(() -> renderings
                .of(history.revision(comparison, number), View.REVISION)
                .cached(Caching.IMMUTABLE));
    }

    @GET
    @Path("{revision}/changes")
    @Operation(
            operationId = "listChangesOfRevision",
            summary = "What changed between two revisions",
            description =
                    "What was added, removed and changed from revision `from` to this one, by member and field, each also in words.")
    @APIResponseSchema(
            value = ListSchemas.ChangeList.class,
            responseDescription = "All changes, in the comparison's order.")
    public Uni<Representation> changes(
            @RestPath String comparison,
            @RestPath String revision,
            @Parameter(
                            description =
                                    "The revision to compare with; by default the one before. 0 stands for the state before the first.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
                            example = "0")
                    @RestQuery
                    @Nullable
                    String from) {
        Integer given = from == null ? null : "0".equals(from) ? Integer.valueOf(0) : StateQuery.number("from", from);
        int to = PublishedComparisons.number(comparison, revision);
        int before = given == null ? to - 1 : given;
        return history.offLoop(() -> changes(comparison, before, to));
    }

    private Representation changes(String comparison, int before, int to) {
        var after = history.revision(comparison, to).comparison();
        var changes = before == 0
                ? Changes.first(after)
                : Changes.between(history.revision(comparison, before).comparison(), after);
        // Not for ever, although both revisions are: how a change is worded may change with the program.
        return renderings.json(
                new ListSchemas.ChangeList(comparison, before, to, changes, PageInfo.whole(changes.size())));
    }
}
