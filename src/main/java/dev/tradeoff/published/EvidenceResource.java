package dev.tradeoff.published;

import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the claim linter says of a comparison. */
@Path("/api/v1/comparisons/{comparison}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comparisons")
public class EvidenceResource {

    private final History history;
    private final PublishedEvidence evidence;
    private final Clock clock;

    EvidenceResource(History history, PublishedEvidence evidence, Clock clock) {
        this.history = history;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getEvidence",
            summary = "What is weak about the claims of a comparison, and what agrees",
            description = """
                    What the claim linter finds, by severity, then by kind, then in the comparison's order; each with the arithmetic behind it and with what would settle it.

                    - `contradiction` (high): two figures of one option and metric, at least a factor 2 apart. Requests, queries and responses per second are one metric; units are converted; ranges are compared by their nearest ends, so that those that overlap agree; relative claims are compared as factors. Conditions that are not known may be the same as any; known ones must be equal.
                    - `outlier` (high): a figure at least 10 times away from the nearest other one of that option and metric.
                    - `conditions-differ` (medium): throughput times mean latency of a measurement is the mean number of requests in flight (Little's law); two measurements are at least 10 % apart in it.
                    - `unsourced`, `undated` (medium), `unconditioned` (low): what claims don't say, once for each source. A secondary source that doesn't say where it has a claim from is none.
                    - `stale` (medium): observed longer ago than the shelf life of its metric, 18 months by default.
                    - `consistent` (info): a relative claim holds for a pair of figures, one of its option and one of the option that it is compared with.

                    Deprecated claims take part in no pair. How strict all this is, the operator decides. Of very many pairs, those that are farthest apart are listed: 100 of one option and metric, 1,000 in all, and 100 of measurements. What is said of claims one by one is `issue` of `GET /api/v1/claims`.""")
    @APIResponseSchema(value = EvidenceView.class, responseDescription = "All findings.")
    public Uni<Representation> evidence(@RestPath String comparison, @BeanParam EvidenceQuery query) {
        var state = query.state();
        state.check();
        var view = View.evidence(evidence, query.day(clock));
        return history.represent(comparison, state, view)
                .map(found -> found.cached(query.isFixed() ? Caching.IMMUTABLE : Caching.REVALIDATED));
    }
}
