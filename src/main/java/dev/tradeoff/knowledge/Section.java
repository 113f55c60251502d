package dev.tradeoff.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The collections of a comparison, in the order in which they are shown. */
public enum Section {
    OPTIONS("options", "options", "option", Option.class, Comparison::options),
    TOPICS("topics", "topics", "topic", Topic.class, Comparison::topics),
    FACTORS("factors", "factors", "factor", Factor.class, Comparison::factors),
    FINDINGS("findings", "findings", "finding", Finding.class, Comparison::findings),
    USE_CASES("use-cases", "useCases", "use case", UseCase.class, Comparison::useCases),
    CLAIMS("claims", "claims", "claim", Claim.class, Comparison::claims),
    SOURCES("sources", "sources", "source", Source.class, Comparison::sources),
    FAQS("faqs", "faqs", "FAQ", Faq.class, Comparison::faqs),
    RECOMMENDATIONS(
            "recommendations", "recommendations", "recommendation", Recommendation.class, Comparison::recommendations);

    private final String path;
    private final String field;
    private final String noun;
    private final Class<? extends Member> type;
    private final Function<Comparison, List<? extends Member>> members;

    Section(
            String path,
            String field,
            String noun,
            Class<? extends Member> type,
            Function<Comparison, List<? extends Member>> members) {
        this.path = path;
        this.field = field;
        this.noun = noun;
        this.type = type;
        this.members = members;
    }

    public static Optional<Section> ofPath(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path.equals(path))
                .findFirst();
    }

    public static Optional<Section> ofField(String field) {
        return Arrays.stream(values())
                .filter(section -> section.field.equals(field))
                .findFirst();
    }

    /** The segment in a URL: {@code use-cases}. */
    public String path() {
        return path;
    }

    /** The field of the comparison's document: {@code useCases}. */
    public String field() {
        return field;
    }

    /** One member, in words: {@code use case}. */
    public String noun() {
        return noun;
    }

    public Class<? extends Member> type() {
        return type;
    }

    public List<? extends Member> of(Comparison comparison) {
        return members.apply(comparison);
    }

    public Optional<? extends Member> find(Comparison comparison, String slug) {
        return of(comparison).stream().filter(m -> m.slug().equals(slug)).findFirst();
    }
}
