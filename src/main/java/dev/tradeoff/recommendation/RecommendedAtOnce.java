package dev.tradeoff.recommendation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.tradeoff.published.PublishedStates;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.BodyShortcut;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Requirements that are answered sooner than {@link TailoredRecommendationResource} is reached. */
@Singleton
final class RecommendedAtOnce implements BodyShortcut {

    private static final String PREFIX = "/api/v1/comparisons/";
    private static final String SUFFIX = "/tailored-recommendation";

    private final PublishedStates states;
    private final TailoredAnswers answers;
    private final ObjectReader json;

    RecommendedAtOnce(PublishedStates states, TailoredAnswers answers, ObjectMapper json) {
        this.states = states;
        this.answers = answers;
        this.json = json.readerFor(Requirements.class);
    }

    @Override
    public String template() {
        return PREFIX + "{comparison}" + SUFFIX;
    }

    /** What is no slug, a path that goes on or a query, is the slug of nothing. */
    @Override
    public @Nullable Representation answer(String uri, byte[] body, @Nullable String acceptEncoding) {
        if (!uri.startsWith(PREFIX) || !uri.endsWith(SUFFIX) || uri.length() <= PREFIX.length() + SUFFIX.length()) {
            return null;
        }
        try {
            return answerFor(uri.substring(PREFIX.length(), uri.length() - SUFFIX.length()), body, acceptEncoding);
        } catch (IOException | Refused e) {
            return null; // to be refused by the operation, which knows what to say
        }
    }

    private @Nullable Representation answerFor(String comparison, byte[] body, @Nullable String acceptEncoding)
            throws IOException {
        var latest = states.latest(comparison);
        if (latest.isEmpty()) {
            return null;
        }
        var sent = answers.sent(comparison, latest, new String(body, StandardCharsets.ISO_8859_1));
        var known = answers.again(sent, acceptEncoding);
        if (known != null) {
            return known;
        }
        Requirements requirements = json.readValue(body);
        if (requirements == null) {
            return null;
        }
        RequirementsForm.check(requirements);
        return answers.atOnce(sent, requirements, Caching.NOT_STORED, acceptEncoding);
    }
}
