package dev.tradeoff.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which members of a comparison a member names by their slugs, and what it is when one of them is called otherwise. */
public final class References {

    private References() {}

    /**
     * One mention of a member in another.
     *
     * @param target the collection of the member that is named
     * @param pointer JSON Pointer into the member that names it
     */
    public record Reference(Section target, String slug, String pointer) {}

    /** All that the member names, in the order of its fields; the same may be named several times. */
    public static List<Reference> of(Member member) {
        return switch (member) {
            case Option option -> List.of();
            case Topic topic -> List.of();
            case Source source -> List.of();
            case Factor factor ->
                join(
                        one(Section.TOPICS, factor.topic(), "/topic"),
                        each(
                                factor.assessments(),
                                "/assessments",
                                (assessment, at) -> join(
                                        one(Section.OPTIONS, assessment.option(), at + "/option"),
                                        all(Section.CLAIMS, assessment.claims(), at + "/claims"))
                                        .stream()));
            case Finding finding ->
                join(
                        one(Section.OPTIONS, finding.option(), "/option"),
                        one(Section.TOPICS, finding.topic(), "/topic"),
                        all(Section.CLAIMS, finding.claims(), "/claims"));
            case UseCase useCase ->
                join(
                        each(useCase.fits(), "/fits", (fit, at) -> one(Section.OPTIONS, fit.option(), at + "/option")),
                        useCase.weights().keySet().stream()
                                .map(factor -> new Reference(
                                        Section.FACTORS, factor, "/weights/" + Violations.escape(factor))));
            case Claim claim ->
                join(
                        one(Section.OPTIONS, claim.option(), "/option"),
                        one(Section.FACTORS, claim.factor(), "/factor"),
                        one(Section.OPTIONS, claim.comparedTo(), "/comparedTo"),
                        one(Section.SOURCES, claim.source(), "/source"));
            case Faq faq ->
                join(
                        all(Section.OPTIONS, faq.options(), "/options"),
                        all(Section.FACTORS, faq.factors(), "/factors"),
                        all(Section.USE_CASES, faq.useCases(), "/useCases"),
                        all(Section.CLAIMS, faq.claims(), "/claims"));
            case Recommendation recommendation ->
                join(
                        all(Section.OPTIONS, recommendation.options(), "/options"),
                        each(
                                recommendation.roles(),
                                "/roles",
                                (role, at) -> one(Section.OPTIONS, role.option(), at + "/option")),
                        all(Section.USE_CASES, recommendation.useCases(), "/useCases"));
        };
    }

    /** The member with every mention of {@code from} replaced by {@code to}; itself if there is none. */
    public static Member renamed(Member member, Section target, String from, String to) {
        var rename = new Rename(target, from, to);
        return switch (member) {
            case Option option -> option;
            case Topic topic -> topic;
            case Source source -> source;
            case Factor f ->
                new Factor(
                        f.slug(),
                        f.name(),
                        rename.one(Section.TOPICS, f.topic()),
                        f.question(),
                        f.kind(),
                        f.weight(),
                        f.scale(),
                        f.unit(),
                        f.direction(),
                        f.worst(),
                        f.best(),
                        f.notApplicable(),
                        f.assessments().stream().map(rename::assessment).toList());
            case Finding f ->
                new Finding(
                        f.slug(),
                        rename.one(Section.OPTIONS, f.option()),
                        rename.one(Section.TOPICS, f.topic()),
                        f.kind(),
                        f.statement(),
                        rename.all(Section.CLAIMS, f.claims()));
            case UseCase u ->
                new UseCase(
                        u.slug(),
                        u.name(),
                        u.description(),
                        u.examples(),
                        u.fits().stream()
                                .map(fit -> new UseCase.Fit(
                                        rename.one(Section.OPTIONS, fit.option()), fit.fit(), fit.rationale()))
                                .toList(),
                        rename.keys(Section.FACTORS, u.weights()));
            case Claim c ->
                new Claim(
                        c.slug(),
                        rename.one(Section.OPTIONS, c.option()),
                        c.subject(),
                        rename.perhaps(Section.FACTORS, c.factor()),
                        c.metric(),
                        c.value(),
                        c.range(),
                        c.text(),
                        c.unit(),
                        c.statement(),
                        c.conditions(),
                        rename.perhaps(Section.OPTIONS, c.comparedTo()),
                        c.measurement(),
                        c.approximate(),
                        rename.perhaps(Section.SOURCES, c.source()),
                        c.origin(),
                        c.observedOn(),
                        c.rank());
            case Faq f ->
                new Faq(
                        f.slug(),
                        f.question(),
                        f.answer(),
                        rename.all(Section.OPTIONS, f.options()),
                        rename.all(Section.FACTORS, f.factors()),
                        rename.all(Section.USE_CASES, f.useCases()),
                        rename.all(Section.CLAIMS, f.claims()));
            case Recommendation r ->
                new Recommendation(
                        r.slug(),
                        r.kind(),
                        rename.all(Section.OPTIONS, r.options()),
                        r.title(),
                        r.when(),
                        r.rationale(),
                        r.roles().stream()
                                .map(role -> new Recommendation.Role(
                                        rename.one(Section.OPTIONS, role.option()), role.role()))
                                .toList(),
                        rename.all(Section.USE_CASES, r.useCases()));
        };
    }

    @SafeVarargs
    private static List<Reference> join(Stream<Reference>... parts) {
        return Stream.of(parts).flatMap(part -> part).toList();
    }

    private static Stream<Reference> one(Section target, @Nullable String slug, String pointer) {
        return slug == null || slug.isEmpty() ? Stream.of() : Stream.of(new Reference(target, slug, pointer));
    }

    private static Stream<Reference> all(Section target, List<String> slugs, String pointer) {
        return each(slugs, pointer, (slug, at) -> one(target, slug, at));
    }

    private static <T> Stream<Reference> each(
            List<T> items, String pointer, BiFunction<T, String, Stream<Reference>> references) {
        return IntStream.range(0, items.size()).boxed().flatMap(i -> references.apply(items.get(i), pointer + "/" + i));
    }

    /** A new name for one member, wherever a field names a member of that collection. */
    private record Rename(Section target, String from, String to) {

        String one(Section section, String slug) {
            return section == target && slug.equals(from) ? to : slug;
        }

        @Nullable
        String perhaps(Section section, @Nullable String slug) {
            return slug == null ? null : one(section, slug);
        }

        List<String> all(Section section, List<String> slugs) {
            return slugs.stream().map(slug -> one(section, slug)).toList();
        }

        <V> Map<String, V> keys(Section section, Map<String, V> map) {
            var renamed = new LinkedHashMap<String, V>();
            map.forEach((slug, value) -> renamed.put(one(section, slug), value));
            return renamed;
        }

        Assessment assessment(Assessment a) {
            return new Assessment(
                    one(Section.OPTIONS, a.option()),
                    a.verdict(),
                    a.score(),
                    a.scoreState(),
                    a.value(),
                    a.confidence(),
                    a.rationale(),
                    all(Section.CLAIMS, a.claims()));
        }
    }
}
