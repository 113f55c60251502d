package dev.tradeoff.knowledge;

/** Anything in a comparison that has a slug of its own and can be addressed by it. */
public sealed interface Member permits Option, Topic, Factor, Finding, UseCase, Claim, Source, Faq, Recommendation {

    /** Unique within its collection; kebab-case. */
    String slug();
}
