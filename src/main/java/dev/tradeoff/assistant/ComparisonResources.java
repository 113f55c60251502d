package dev.tradeoff.assistant;

import dev.tradeoff.published.PublishedLists;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import io.quarkiverse.mcp.server.CompleteResourceTemplate;
import io.quarkiverse.mcp.server.CompletionResponse;
import io.quarkiverse.mcp.server.JsonRpcErrorCodes;
import io.quarkiverse.mcp.server.McpException;
import io.quarkiverse.mcp.server.RequestUri;
import io.quarkiverse.mcp.server.ResourceTemplate;
import io.quarkiverse.mcp.server.TextResourceContents;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Comparisons as resources: what a person picks to be talked about. */
@Singleton
public class ComparisonResources {

    static final String JSON = "application/json";

    private static final String TEMPLATE = "comparison";

    /** As many as the protocol allows. */
    private static final int MOST_COMPLETIONS = 100;

    private final Digests digests;
    private final PublishedLists lists;
    private final Links.OfRequest links;

    ComparisonResources(Digests digests, PublishedLists lists, Links.OfRequest links) {
        this.digests = digests;
        this.lists = lists;
        this.links = links;
    }

    @ResourceTemplate(
            name = TEMPLATE,
            title = "A comparison",
            uriTemplate = "tradeoff://comparisons/{comparison}",
            mimeType = JSON,
            description =
                    "The latest revision of a comparison as a digest: options, factors with how each option stands, use cases, standing recommendations, findings and FAQs, what the linter says of its claims, and the claims with their sources and links.")
    Uni<TextResourceContents> comparison(String comparison, RequestUri uri) {
        return read(comparison, uri.value());
    }

    Uni<TextResourceContents> read(String comparison, String uri) {
        return Uni.createFrom()
                .deferred(() -> digests.whole(comparison, links.now()))
                .map(text -> new TextResourceContents(uri, text, JSON))
                .onFailure(Refused.class)
                .transform(ComparisonResources::failure);
    }

    @CompleteResourceTemplate(TEMPLATE)
    Uni<CompletionResponse> complete(String comparison) {
        return Uni.createFrom().item(slugs(lists, comparison));
    }

    /** Slugs that begin so. */
    static CompletionResponse slugs(PublishedLists lists, String start) {
        var found = lists.comparisonsBeginningWith(start, MOST_COMPLETIONS + 1);
        boolean more = found.size() > MOST_COMPLETIONS;
        return new CompletionResponse(found.stream().limit(MOST_COMPLETIONS).toList(), null, more);
    }

    /** A refusal as the protocol has it where it knows no answer that says so. */
    static McpException failure(Throwable refused) {
        var problem = ((Refused) refused).problem();
        int code =
                switch (problem) {
                    case Problem.NotFound p -> JsonRpcErrorCodes.RESOURCE_NOT_FOUND;
                    case Problem.Archived p -> JsonRpcErrorCodes.RESOURCE_NOT_FOUND;
                    case Problem.Busy p -> JsonRpcErrorCodes.INTERNAL_ERROR;
                    case Problem.Unavailable p -> JsonRpcErrorCodes.INTERNAL_ERROR;
                    default -> JsonRpcErrorCodes.INVALID_PARAMS;
                };
        return new McpException(Refusals.words(problem), code);
    }
}
