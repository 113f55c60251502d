package dev.tradeoff.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.ChangeLog;
import dev.tradeoff.shared.json.JsonBytes;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was published, as a list. */
@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangesResource {

    private final ChangeLog log;
    private final ObjectMapper json;

    ChangesResource(ChangeLog log, ObjectMapper json) {
        this.log = log;
        this.json = json;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "What was published, newest first",
            description =
                    "Publications of all comparisons, each with what changed against the revision before. In the order in which readers saw them, which is that of their `position`; a history that was imported comes where it was imported, with its old times. To follow what is published, keep the `position` of the first page and ask with it as `since`: nothing is lost and nothing comes twice, which times cannot promise. Publications of archived comparisons are left out while they are archived; `GET /api/v1/changes/stream` tells when that happens. The newest publications are answered while the database is away too.")
    @APIResponseSchema(value = ChangeItem.Page.class, responseDescription = "A page of publications, newest first.")
    public Uni<Representation> changes(
            @BeanParam ChangeFilter filter,
            @Parameter(
                            description =
                                    "A position: what came after it. Or a time (RFC 3339): what was published then or later.",
                            schema = @Schema(type = SchemaType.STRING, examples = "2026-01-01T00:00:00Z"))
                    @RestQuery
                    @Nullable
                    String since,
            @BeanParam Pagination pagination,
            @Context UriInfo address) {
        int size = pagination.size();
        var from = Since.read(since);
        var list = "changes " + filter + " " + from;
        var place = Cursor.decode(pagination.cursor(), list);
        long below = place == null ? Long.MAX_VALUE : place.number();
        var wanted = filter.wanted(from);
        return log.find(wanted, below, size + 1) // one more tells whether there is a next page
                .flatMap(found -> log.count(wanted).map(total -> page(found, wanted, size, list, total, address)));
    }

    private Representation page(
            ChangeLog.Found found, ChangeLog.Wanted wanted, int size, String list, long total, UriInfo address) {
        var publications = found.publications();
        var shown = publications.subList(0, Math.min(size, publications.size()));
        var next = publications.size() > size
                ? new Cursor(0, Long.toString(shown.getLast().position())).encode(list)
                : null;
        var page = new ChangeItem.Page(
                Math.max(wanted.after(), found.position()), // a replica that is behind sends nobody back
                shown.stream().map(ChangeItem::of).toList(),
                PageInfo.of(size, next, total));
        var answer =
                Representation.of(JsonBytes.of(json, page), Caching.REVALIDATED).standingWhile(found.standing());
        return next == null ? answer : answer.linking(Pagination.next(address, next));
    }
}
