package dev.tradeoff.knowledge;

/** Anything in a comparison that has a slug of its own and can be addressed by it. */
public sealed interface Member permits Option, Topic, Factor, Finding, UseCase, Claim, Source, Faq, Recommendation {

    /** Unique within its collection; kebab-case. */
    String slug();

    /** The same under another slug; what names it is left as it is. */
    Member named(String newSlug);

    /** What people call it, or what it says: the text that a slug is best made of. */
    default String label() {
        return switch (this) {
            case Option option -> option.name();
            case Topic topic -> topic.name();
            case Factor factor -> factor.name();
            case Finding finding -> finding.statement();
            case UseCase useCase -> useCase.name();
            case Claim claim -> claim.statement();
            case Source source -> source.title();
            case Faq faq -> faq.question();
            case Recommendation recommendation -> recommendation.title();
        };
    }
}
