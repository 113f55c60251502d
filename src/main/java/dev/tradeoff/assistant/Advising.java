package dev.tradeoff.assistant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradeoff.recommendation.Requirements;
import dev.tradeoff.recommendation.TailoredAdvice;
import dev.tradeoff.recommendation.TailoredAdvice.Advice;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Recommendations as assistants are told them: the answer that the operation gives, and what it rests on to be cited. */
@Singleton
final class Advising {

    private static final String COMPARISON = "comparison";

    /** Of so many options it is told how their scores come about. */
    private static final int EXPLAINED = 5;

    private static final int MOST_CITATIONS = 30;

    private final TailoredAdvice advice;
    private final Judged.Revisions revisions;
    private final Digests digests;
    private final ObjectMapper json;

    Advising(TailoredAdvice advice, Judged.Revisions revisions, Digests digests, ObjectMapper json) {
        this.advice = advice;
        this.revisions = revisions;
        this.digests = digests;
        this.json = json;
    }

    /**
     * @param arguments the comparison, and requirements as the operation reads them
     * @throws dev.tradeoff.shared.problem.Refused if there is no such comparison, or an argument is none that could be meant;
     *     the Uni fails so if the requirements cannot be answered
     */
    Uni<String> on(ObjectNode arguments, Links links) {
        var comparison = ToolInput.required(COMPARISON, ToolInput.text(COMPARISON, arguments));
        var requirements = ToolInput.as(Requirements.class, arguments.deepCopy().without(COMPARISON), json);
        return advice.on(comparison, requirements).chain(answer -> told(answer, links));
    }

    private Uni<String> told(Advice answer, Links links) {
        var told = tree(answer);
        var day = LocalDate.parse(told.path("asOf").asText());
        return revisions.tell(answer.state(), day, judged -> {
            var used = explainFirst(told);
            told.set(
                    "citations",
                    json.valueToTree(new CitedClaim.Of(judged, links)
                            .citations(used.stream().limit(MOST_CITATIONS).toList())));
            told.put("citationsLeftOut", Math.max(0, used.size() - MOST_CITATIONS));
            told.put(
                    "url",
                    told.path("link").isTextual()
                            ? links.absolute(told.path("link").asText())
                            : null);
            told.put("page", links.page(judged.state().comparison().slug()));
            return digests.written(told);
        });
    }

    /** Each number with the digits that it has. */
    private ObjectNode tree(Advice answer) {
        try {
            return (ObjectNode) json.reader()
                    .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .readTree(answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException("what was written can be read", e);
        }
    }

    /**
     * Leaves out how the scores of all but the first options come about, and tells the claims under those that stay: of the
     * heaviest factors first.
     */
    private static Set<String> explainFirst(ObjectNode told) {
        var contributions = new ArrayList<JsonNode>();
        int place = 0;
        for (var option : told.path("ranking")) {
            if (place++ >= EXPLAINED) {
                ((ObjectNode) option).putArray("contributions");
            }
            option.path("contributions").forEach(contributions::add);
        }
        contributions.sort(Comparator.comparingDouble(
                        (JsonNode contribution) -> contribution.path("weight").asDouble())
                .reversed());
        var claims = new LinkedHashSet<String>();
        contributions.forEach(contribution -> contribution.path("claims").forEach(claim -> claims.add(claim.asText())));
        return claims;
    }
}
