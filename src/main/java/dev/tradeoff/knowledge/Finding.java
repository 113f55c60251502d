package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One statement about one option under one topic. */
@Schema(description = "One statement about one option under one topic.")
public record Finding(
        String slug,
        @Schema(description = "Slug of the option.") String option,
        @Schema(description = "Slug of the topic.") String topic,
        @Schema(required = true) @Nullable Kind kind,
        String statement,

        @Schema(description = "Slugs of the claims that back it.")
        List<String> claims)
        implements Member {

    public Finding {
        slug = Values.text(slug);
        option = Values.text(option);
        topic = Values.text(topic);
        statement = Values.text(statement);
        claims = Values.list(claims);
    }

    @Override
    public Finding named(String newSlug) {
        return new Finding(newSlug, option, topic, kind, statement, claims);
    }

    /** What a finding says of its option. */
    @Schema(name = "FindingKind")
    public enum Kind {
        @JsonProperty("strength")
        STRENGTH,
        @JsonProperty("limitation")
        LIMITATION,
        @JsonProperty("mitigation")
        MITIGATION,
        @JsonProperty("practice")
        PRACTICE
    }
}
