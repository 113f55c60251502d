package dev.tradeoff.page;

import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.shared.problem.Excerpt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a form says what is wrong with which parameter, and what people call that. */
public final class FormFlaws {

    private final Map<String, Factor> factors;
    private final Set<String> options;

    /**
     * @param factors by slug, those that have fields
     * @param options slugs of those that have fields
     */
    FormFlaws(Map<String, Factor> factors, Set<String> options) {
        this.factors = factors;
        this.options = options;
    }

    /**
     * What is wrong.
     *
     * @param field the id of the field that says it; null if none does
     * @param label what people call the parameter
     */
    public record Flaw(String parameter, @Nullable String field, String label, String detail) {}

    /** @param flaws what is wrong, by parameter */
    List<Flaw> of(Map<String, String> flaws) {
        return flaws.entrySet().stream()
                .map(flaw -> new Flaw(flaw.getKey(), id(flaw.getKey()), label(flaw.getKey()), flaw.getValue()))
                .toList();
    }

    /** The id of the field that says a parameter; null if none does. */
    private @Nullable String id(String parameter) {
        return switch (parameter) {
            case "useCase" -> "use-cases";
            case "weight[…]", "priorities", "pairwise" -> "importance";
            case "normalisation", "robustness" -> null;
            default -> {
                var key = key(parameter);
                boolean isField = key.isEmpty()
                        || (parameter.startsWith("experience[") ? options : factors.keySet()).contains(key);
                yield isField ? parameter.replace("[", "-").replace("]", "") : null;
            }
        };
    }

    private static String key(String parameter) {
        int bracket = parameter.indexOf('[');
        return bracket < 0 ? "" : parameter.substring(bracket + 1, parameter.length() - 1);
    }

    private String label(String parameter) {
        var of = Excerpt.of(name(key(parameter)));
        return switch (parameter.replaceFirst("\\[.*", "")) {
            case "useCase" -> "Use cases";
            case "weight" -> of.equals("…") ? "Weights" : "Weight of " + of;
            case "minimum" -> "Least that “" + of + "” must reach";
            case "maximum" -> "Most that “" + of + "” may reach";
            case "experience" -> "Experience with " + of;
            case "asOf" -> "Claims age until";
            default -> Words.capital(Excerpt.of(parameter));
        };
    }

    private String name(String slug) {
        return Labels.of(factors, slug);
    }
}
