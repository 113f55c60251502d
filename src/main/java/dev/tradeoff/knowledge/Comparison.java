package dev.tradeoff.knowledge;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One question with two or more options, and everything known about it: the aggregate that is edited as a draft and
 * published as a revision. Absent text is empty and absent lists are empty, so that an incomplete draft is a value too;
 * {@link PublicationRules} tells what keeps it from being published.
 */
@Schema(
        name = "ComparisonContent",
        description = "A comparison as it is written: everything known about one question, complete or not.")
public record Comparison(
        String slug,
        String title,
        String question,
        String summary,
        List<String> tags,
        List<Option> options,
        List<Topic> topics,
        List<Factor> factors,
        List<Finding> findings,
        List<UseCase> useCases,
        List<Claim> claims,
        List<Source> sources,
        List<Faq> faqs,
        List<Recommendation> recommendations) {

    public Comparison {
        slug = Values.text(slug);
        title = Values.text(title);
        question = Values.text(question);
        summary = Values.text(summary);
        tags = Values.list(tags);
        options = Values.list(options);
        topics = Values.list(topics);
        factors = Values.list(factors);
        findings = Values.list(findings);
        useCases = Values.list(useCases);
        claims = Values.list(claims);
        sources = Values.list(sources);
        faqs = Values.list(faqs);
        recommendations = Values.list(recommendations);
    }

    /** A comparison of members that are sorted by their collection; each must be of its collection's type. */
    public static Comparison of(
            String slug,
            String title,
            String question,
            String summary,
            List<String> tags,
            Map<Section, ? extends List<? extends Member>> members) {
        return new Comparison(
                slug,
                title,
                question,
                summary,
                tags,
                in(members, Section.OPTIONS, Option.class),
                in(members, Section.TOPICS, Topic.class),
                in(members, Section.FACTORS, Factor.class),
                in(members, Section.FINDINGS, Finding.class),
                in(members, Section.USE_CASES, UseCase.class),
                in(members, Section.CLAIMS, Claim.class),
                in(members, Section.SOURCES, Source.class),
                in(members, Section.FAQS, Faq.class),
                in(members, Section.RECOMMENDATIONS, Recommendation.class));
    }

    private static <M extends Member> List<M> in(
            Map<Section, ? extends List<? extends Member>> members, Section section, Class<M> type) {
        var present = members.get(section);
        return present == null ? List.of() : present.stream().map(type::cast).toList();
    }
}
