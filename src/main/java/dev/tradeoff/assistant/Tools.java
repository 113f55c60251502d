package dev.tradeoff.assistant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.tradeoff.assistant.ToolInput.Listing;
import dev.tradeoff.assistant.ToolInput.ListingClaims;
import dev.tradeoff.assistant.ToolInput.Reading;
import dev.tradeoff.assistant.ToolInput.Searching;
import io.quarkiverse.mcp.server.RawMessage;
import io.quarkiverse.mcp.server.TextContent;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** What an assistant can have done. Nothing is stored, and the same call gives the same answer while nothing is published. */
@Singleton
public class Tools {

    private final Across across;
    private final Digests digests;
    private final Advising advising;
    private final Links.OfRequest links;
    private final ObjectMapper json;

    Tools(Across across, Digests digests, Advising advising, Links.OfRequest links, ObjectMapper json) {
        this.across = across;
        this.digests = digests;
        this.advising = advising;
        this.links = links;
        this.json = json;
    }

    @Tool(
            name = "search",
            title = "Search the knowledge",
            description = """
                    Searches everything that is known of technologies: comparisons, factors, findings, use cases, claims with figures, \
                    FAQs, standing recommendations and technologies, best hits first. Typos, word forms and other names (js, GIL) are \
                    understood; "in quotes" must stand there so, -word must not. Each hit has links; claims among the hits come with \
                    their sources (citations).
                    Example: {"query": "python threads", "kind": "claim", "limit": 5}""",
            annotations =
                    @Tool.Annotations(
                            title = "Search the knowledge",
                            readOnlyHint = true,
                            idempotentHint = true,
                            destructiveHint = false,
                            openWorldHint = false),
            inputSchema = @Tool.InputSchema(generator = Schemas.OfInput.class),
            outputSchema = @Tool.OutputSchema(from = Schemas.Search.class, generator = Schemas.OfOutput.class))
    Uni<ToolResponse> search(RawMessage message) {
        return answer(message, (arguments, to) -> across.found(ToolInput.as(Searching.class, arguments, json), to));
    }

    @Tool(
            name = "list_comparisons",
            title = "List the comparisons",
            description = """
                    Lists the published comparisons ("X or Y?") with their questions and options, by slug; with a query, by relevance. \
                    The slug is what the other tools take as comparison.
                    Example: {"technology": "python"}""",
            annotations =
                    @Tool.Annotations(
                            title = "List the comparisons",
                            readOnlyHint = true,
                            idempotentHint = true,
                            destructiveHint = false,
                            openWorldHint = false),
            inputSchema = @Tool.InputSchema(generator = Schemas.OfInput.class),
            outputSchema = @Tool.OutputSchema(from = Schemas.ListComparisons.class, generator = Schemas.OfOutput.class))
    Uni<ToolResponse> listComparisons(RawMessage message) {
        return answer(message, (arguments, to) -> across.comparisons(ToolInput.as(Listing.class, arguments, json), to));
    }

    @Tool(
            name = "read_comparison",
            title = "Read a comparison",
            description = """
                    Reads a comparison as a digest: its options, its factors with how each option stands (score on the factor's scale, \
                    verdict, confidence, claims and which of them are weak), its use cases with how well options fit, its standing \
                    recommendations and FAQs; other parts on request. Ends with the claims that all this rests on, their sources and \
                    links (citations). Slugs of factors, use cases and options are what recommend takes.
                    Examples: {"comparison": "nodejs-vs-python-backend"}, \
                    {"comparison": "nodejs-vs-python-backend", "parts": ["factors", "rationales", "evidence"]}""",
            annotations =
                    @Tool.Annotations(
                            title = "Read a comparison",
                            readOnlyHint = true,
                            idempotentHint = true,
                            destructiveHint = false,
                            openWorldHint = false),
            inputSchema = @Tool.InputSchema(generator = Schemas.OfInput.class),
            outputSchema = @Tool.OutputSchema(from = Schemas.ReadComparison.class, generator = Schemas.OfOutput.class))
    Uni<ToolResponse> readComparison(RawMessage message) {
        return answer(message, (arguments, to) -> {
            var reading = ToolInput.as(Reading.class, arguments, json);
            var parts = reading.parts() == null || reading.parts().isEmpty() ? Part.USUAL : Set.copyOf(reading.parts());
            return digests.parts(
                    ToolInput.required("comparison", reading.comparison()),
                    ToolInput.revision(reading.revision()),
                    parts,
                    to);
        });
    }

    @Tool(
            name = "list_claims",
            title = "List claims and what is weak about them",
            description = """
                    Lists claims: single statements, most of them with a figure, each with its source (title, publisher, address, dates), \
                    what the claim linter finds wrong with it (issues: unsourced, undated, unconditioned, stale, contradiction, outlier, \
                    conditions-differ, deprecated; weak says whether it should be relied on), and links. Use it before you quote a figure.
                    Examples: {"technology": "python", "metric": "requests-per-second"}, \
                    {"comparison": "nodejs-vs-python-backend", "issue": "contradiction"}""",
            annotations =
                    @Tool.Annotations(
                            title = "List claims and what is weak about them",
                            readOnlyHint = true,
                            idempotentHint = true,
                            destructiveHint = false,
                            openWorldHint = false),
            inputSchema = @Tool.InputSchema(generator = Schemas.OfInput.class),
            outputSchema = @Tool.OutputSchema(from = Schemas.ListClaims.class, generator = Schemas.OfOutput.class))
    Uni<ToolResponse> listClaims(RawMessage message) {
        return answer(
                message, (arguments, to) -> across.claims(ToolInput.as(ListingClaims.class, arguments, json), to));
    }

    @Tool(
            name = "recommend",
            title = "Recommend an option for a team's requirements",
            description = """
                    Computes which option of a comparison suits a team: ranking with what each score is made of, winner, verdict (clear, \
                    fragile or too-close) and why, margin; what would flip it (robustness.smallestFlip, robustness.stability, whyNot); whether \
                    it survives without weak evidence; an explanation in words; a link that reproduces it (url); the claims it rests on \
                    (citations). Figures are computed by decision analysis (weighted sum, TOPSIS, …) and the same for the same call: repeat \
                    them, never estimate your own. Slugs come from read_comparison. Of weights, priorities and pairwise give at most one.
                    Examples: {"comparison": "nodejs-vs-python-backend", "useCases": ["real-time-applications"], "experience": \
                    {"nodejs": "expert"}}, {"comparison": "nodejs-vs-python-backend", "priorities": ["concurrency", "ecosystem"], \
                    "constraints": [{"factor": "ecosystem", "minimum": 3}]}""",
            annotations =
                    @Tool.Annotations(
                            title = "Recommend an option for a team's requirements",
                            readOnlyHint = true,
                            idempotentHint = true,
                            destructiveHint = false,
                            openWorldHint = false),
            inputSchema = @Tool.InputSchema(generator = Schemas.OfInput.class),
            outputSchema = @Tool.OutputSchema(from = Schemas.Recommend.class, generator = Schemas.OfOutput.class))
    Uni<ToolResponse> recommend(RawMessage message) {
        return answer(message, advising::on);
    }

    /** The JSON as structured content and, for clients that know none, as text. */
    private Uni<ToolResponse> answer(RawMessage message, BiFunction<ObjectNode, Links, Uni<String>> telling) {
        return Uni.createFrom()
                .deferred(() -> telling.apply(ToolInput.arguments(message, json), links.now()))
                .map(told -> new ToolResponse(false, List.of(new TextContent(told)), new RawValue(told), null))
                .onFailure()
                .recoverWithItem(failure -> ToolResponse.error(Refusals.words(failure)));
    }
}
