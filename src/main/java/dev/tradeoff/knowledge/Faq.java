package dev.tradeoff.knowledge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A question that people ask, and its answer. */
@JsonIgnoreProperties(value = Weakness.FIELD, allowGetters = true)
@Schema(
        description = "A question and its answer, tied to options, factors, use cases and claims.",
        properties =
                @SchemaProperty(
                        name = Weakness.FIELD,
                        implementation = String[].class,
                        readOnly = true,
                        description = Weakness.DESCRIPTION))
public record Faq(
        String slug,
        String question,
        @Schema(description = "May hold Markdown.") String answer,

        @Schema(description = "Slugs of the options that it is about; none: all of them.")
        List<String> options,

        @Schema(description = "Slugs of factors.") List<String> factors,
        @Schema(description = "Slugs of use cases.") List<String> useCases,

        @Schema(description = "Slugs of the claims that the answer rests on.")
        List<String> claims)
        implements Member {

    public Faq {
        slug = Values.text(slug);
        question = Values.text(question);
        answer = Values.text(answer);
        options = Values.list(options);
        factors = Values.list(factors);
        useCases = Values.list(useCases);
        claims = Values.list(claims);
    }

    @Override
    public Faq named(String newSlug) {
        return new Faq(newSlug, question, answer, options, factors, useCases, claims);
    }
}
