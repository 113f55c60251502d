package dev.tradeoff.published;

import dev.tradeoff.knowledge.Claim;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Finding;
import dev.tradeoff.knowledge.Member;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Recommendation;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.UseCase;
import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.search.KnowledgeIndex.Entry;
import dev.tradeoff.search.KnowledgeIndex.Manner;
import dev.tradeoff.search.KnowledgeIndex.Tag;
import dev.tradeoff.technology.Technology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a comparison, and of the technologies, stands in the index: how it is found, filtered and shown. A member is
 * tied to a topic, a factor or a use case directly or through its factors; to a technology through its options, and
 * without options of its own through those of its comparison.
 */
final class IndexEntries {

    private static final Set<String> NO_WORDS = Set.of(Filters.ISSUE, Filters.COMPARISON);

    private static final Set<String> COUNTED = Set.of(Filters.COMPARISON, Filters.TECHNOLOGY);

    private final ReadersJson json;

    IndexEntries(ReadersJson json) {
        this.json = json;
    }

    List<Entry> of(PublishedComparison published) {
        return new ForComparison(published).entries();
    }

    Entry of(Technology technology) {
        var tags = List.of(
                new Tag(Filters.TECHNOLOGY, technology.slug(), true),
                new Tag(
                        Filters.TECHNOLOGY_KIND,
                        Objects.requireNonNull(technology.kind()).slug()));
        return new Entry(
                ListKind.TECHNOLOGY.slug(),
                new Place(ListKind.TECHNOLOGY, null, technology.slug()).key(),
                technology.slug(),
                technology.name(),
                Manner.NAMES,
                Stream.concat(Stream.of(technology.slug()), technology.aliases().stream())
                        .toList(),
                PlainText.of(technology.summary()),
                context(tags),
                tags,
                json.bytes(Located.tree(json.tree(technology), null, "/api/v1/technologies/" + technology.slug())));
    }

    /** Slugs of the comparisons in which a technology is an option, or a claim is about it; sorted. */
    static SortedSet<String> comparisonsThatKnow(Technology technology, KnowledgeIndex.State index) {
        var keys = index.keys(Map.of(
                KnowledgeIndex.KIND,
                Set.of(ListKind.COMPARISON.slug(), ListKind.CLAIM.slug()),
                Filters.TECHNOLOGY,
                Set.of(technology.slug())));
        return keys.stream()
                .map(Place::of)
                .map(place -> Objects.requireNonNullElse(place.comparison(), place.slug()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Manner manner(ListKind kind) {
        return switch (kind) {
            case CLAIM, FINDING -> Manner.STATES;
            case FAQ -> Manner.ASKS;
            case COMPARISON, FACTOR, USE_CASE, RECOMMENDATION, TECHNOLOGY -> Manner.NAMES;
        };
    }

    /** Slugs are made of words: those of all that it is tied to. */
    private static String context(List<Tag> tags) {
        return words(tags.stream()
                        .filter(tag -> !NO_WORDS.contains(tag.field()))
                        .map(Tag::value))
                .replace('-', ' ');
    }

    private static String words(Stream<String> parts) {
        return parts.collect(Collectors.joining("\n"));
    }

    /** The entries of one comparison, which are made with its options and factors at hand. */
    private final class ForComparison {

        private final PublishedComparison published;
        private final Comparison comparison;
        private final Map<String, Option> options;
        private final Map<String, Factor> factors;
        private final Map<String, List<String>> useCasesByFactor = new HashMap<>();

        ForComparison(PublishedComparison published) {
            this.published = published;
            this.comparison = published.comparison();
            this.options = comparison.options().stream().collect(Collectors.toMap(Option::slug, Function.identity()));
            this.factors = comparison.factors().stream().collect(Collectors.toMap(Factor::slug, Function.identity()));
            comparison.useCases().forEach(useCase -> useCase.weights().keySet().forEach(factor -> useCasesByFactor
                    .computeIfAbsent(factor, f -> new ArrayList<>())
                    .add(useCase.slug())));
        }

        List<Entry> entries() {
            var entries = new ArrayList<Entry>();
            entries.add(header());
            comparison.factors().forEach(factor -> entries.add(factor(factor)));
            comparison.findings().forEach(finding -> entries.add(finding(finding)));
            comparison.useCases().forEach(useCase -> entries.add(useCase(useCase)));
            comparison.faqs().forEach(faq -> entries.add(faq(faq)));
            comparison.claims().forEach(claim -> entries.add(claim(claim)));
            comparison.recommendations().forEach(recommendation -> entries.add(recommendation(recommendation)));
            return entries;
        }

        private Entry header() {
            var tags = new Tags().technologiesOf(List.of());
            comparison.tags().forEach(tag -> tags.add(Filters.TAG, tag));
            var body = Stream.concat(
                    Stream.of(comparison.question(), PlainText.of(comparison.summary())),
                    comparison.options().stream().flatMap(option -> Stream.of(option.name(), option.tagline())));
            return new Entry(
                    ListKind.COMPARISON.slug(),
                    new Place(ListKind.COMPARISON, null, comparison.slug()).key(),
                    comparison.slug(),
                    comparison.title(),
                    Manner.NAMES,
                    List.of(),
                    words(body),
                    context(tags.all()),
                    tags.all(),
                    json.bytes(ComparisonSummary.of(published)));
        }

        private Entry factor(Factor factor) {
            var tags = new Tags().technologiesOf(List.of()).factors(List.of(factor.slug()));
            useCasesWeighing(factor.slug()).forEach(useCase -> tags.add(Filters.USE_CASE, useCase));
            var body = Stream.concat(
                    Stream.of(factor.question()),
                    factor.assessments().stream().flatMap(a -> Stream.of(a.verdict(), PlainText.of(a.rationale()))));
            return entry(ListKind.FACTOR, Section.FACTORS, factor, tags, factor.name(), words(body));
        }

        private Entry finding(Finding finding) {
            var tags = new Tags().technologiesOf(List.of(finding.option())).add(Filters.TOPIC, finding.topic());
            finding.claims().stream()
                    .flatMap(slug -> published.member(Section.CLAIMS, slug).stream())
                    .forEach(claim -> tags.add(Filters.TECHNOLOGY, ((Claim) claim).subject()));
            return entry(ListKind.FINDING, Section.FINDINGS, finding, tags, finding.statement(), "");
        }

        private Entry useCase(UseCase useCase) {
            var tags = new Tags()
                    .technologiesOf(List.of())
                    .factors(useCase.weights().keySet())
                    .add(Filters.USE_CASE, useCase.slug());
            var body = Stream.of(
                            Stream.of(PlainText.of(useCase.description())),
                            useCase.examples().stream(),
                            useCase.fits().stream().map(fit -> PlainText.of(fit.rationale())))
                    .flatMap(Function.identity());
            return entry(ListKind.USE_CASE, Section.USE_CASES, useCase, tags, useCase.name(), words(body));
        }

        private Entry faq(Faq faq) {
            var tags = new Tags().technologiesOf(faq.options()).factors(faq.factors());
            faq.useCases().forEach(useCase -> tags.add(Filters.USE_CASE, useCase));
            faq.claims().stream()
                    .flatMap(slug -> published.member(Section.CLAIMS, slug).stream())
                    .forEach(claim -> tags.add(Filters.TECHNOLOGY, ((Claim) claim).subject()));
            return entry(ListKind.FAQ, Section.FAQS, faq, tags, faq.question(), PlainText.of(faq.answer()));
        }

        private Entry claim(Claim claim) {
            var tags = new Tags()
                    .technologiesOf(List.of(claim.option()))
                    .add(Filters.TECHNOLOGY, claim.subject())
                    .add(Filters.METRIC, claim.metric());
            var factor = claim.factor();
            if (factor != null) {
                tags.factors(List.of(factor));
                useCasesWeighing(factor).forEach(useCase -> tags.add(Filters.USE_CASE, useCase));
            }
            published.evidence().issues(claim.slug()).forEach(issue -> tags.add(Filters.ISSUE, issue.slug()));
            var body = Stream.of(claim.metric(), claim.text(), claim.conditions(), claim.subject())
                    .filter(Objects::nonNull);
            return entry(ListKind.CLAIM, Section.CLAIMS, claim, tags, claim.statement(), words(body));
        }

        private Entry recommendation(Recommendation recommendation) {
            var tags = new Tags().technologiesOf(recommendation.options());
            for (var useCase : recommendation.useCases()) {
                tags.add(Filters.USE_CASE, useCase);
                published
                        .member(Section.USE_CASES, useCase)
                        .ifPresent(m -> tags.factors(((UseCase) m).weights().keySet()));
            }
            var body = Stream.of(
                            recommendation.when().stream(),
                            Stream.of(PlainText.of(recommendation.rationale())),
                            recommendation.roles().stream().map(Recommendation.Role::role))
                    .flatMap(Function.identity());
            return entry(
                    ListKind.RECOMMENDATION,
                    Section.RECOMMENDATIONS,
                    recommendation,
                    tags,
                    recommendation.title(),
                    words(body));
        }

        private Entry entry(ListKind kind, Section section, Member member, Tags tags, String title, String body) {
            return new Entry(
                    kind.slug(),
                    new Place(kind, comparison.slug(), member.slug()).key(),
                    member.slug(),
                    title,
                    manner(kind),
                    List.of(),
                    body,
                    context(tags.all()),
                    tags.all(),
                    json.bytes(Located.tree(json, published, section, member)));
        }

        private List<String> useCasesWeighing(String factor) {
            return useCasesByFactor.getOrDefault(factor, List.of());
        }

        private final class Tags {

            private final List<Tag> tags = new ArrayList<>();

            Tags() {
                add(Filters.COMPARISON, comparison.slug());
            }

            Tags add(String field, String value) {
                var tag = new Tag(field, value, COUNTED.contains(field));
                if (!tags.contains(tag)) {
                    tags.add(tag);
                }
                return this;
            }

            /** Those of the named options; of all options where none is named. */
            Tags technologiesOf(List<String> named) {
                var slugs = named.isEmpty() ? options.keySet() : named;
                for (var slug : slugs) {
                    var option = options.get(slug);
                    if (option != null) {
                        add(Filters.TECHNOLOGY, option.technology());
                    }
                }
                return this;
            }

            Tags factors(Collection<String> named) {
                for (var slug : named) {
                    add(Filters.FACTOR, slug);
                    var factor = factors.get(slug);
                    if (factor != null) {
                        add(Filters.TOPIC, factor.topic());
                    }
                }
                return this;
            }

            List<Tag> all() {
                return tags;
            }
        }
    }
}
