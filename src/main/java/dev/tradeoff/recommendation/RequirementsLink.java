package dev.tradeoff.recommendation;

import dev.tradeoff.analysis.MethodName;
import dev.tradeoff.analysis.NormalisationName;
import dev.tradeoff.recommendation.Requirements.Constraint;
import dev.tradeoff.recommendation.Requirements.Experience;
import dev.tradeoff.recommendation.Requirements.PairwiseJudgement;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.Days;
import dev.tradeoff.shared.web.Flags;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Requirements as the query of an address, both ways: {@code weight[concurrency]=5} (style deepObject),
 * {@code useCase=a,b}, {@code pairwise=a:b:5}. What is written can be read, and means the same.
 */
final class RequirementsLink {

    /** A longer address is not read by the service itself. */
    private static final int LONGEST = 16 * 1024;

    private final Map<String, List<String>> query;

    private RequirementsLink(Map<String, List<String>> query) {
        this.query = query;
    }

    /**
     * The address that answers these requirements, {@code complete} ones the same for ever; null if it would be too long.
     */
    static @Nullable String write(String comparison, Requirements complete) {
        var link = new Written(comparison);
        link.list("useCase", complete.useCases());
        complete.weights().forEach((factor, weight) -> link.field("weight", factor, weight.toPlainString()));
        link.list("priorities", complete.priorities());
        link.list(
                "pairwise",
                complete.pairwise().stream().map(RequirementsLink::written).toList());
        for (var constraint : complete.constraints()) {
            link.end("minimum", constraint, constraint.minimum());
            link.end("maximum", constraint, constraint.maximum());
        }
        complete.experience().forEach((option, level) -> link.field("experience", option, level.slug()));
        link.value(
                "method", complete.method() == null ? null : complete.method().text());
        link.value(
                "normalisation",
                complete.normalisation() == null
                        ? null
                        : complete.normalisation().text());
        link.value("revision", complete.revision());
        link.value("asOf", complete.asOf());
        link.value("samples", complete.samples());
        link.value("seed", complete.seed());
        link.value("robustness", complete.robustness());
        return link.text.length() > LONGEST ? null : link.text.toString();
    }

    /** An address that is being written. */
    private static final class Written {

        private static final int USUALLY = 512;

        private final StringBuilder text = new StringBuilder(USUALLY);
        private char separator = '?';

        Written(String comparison) {
            text.append("/api/v1/comparisons/").append(comparison).append("/tailored-recommendation");
        }

        private StringBuilder next() {
            text.append(separator);
            separator = '&';
            return text;
        }

        void list(String name, List<String> values) {
            if (!values.isEmpty()) {
                value(name, String.join(",", values));
            }
        }

        void value(String name, @Nullable Object value) {
            if (value != null) {
                next().append(name).append('=').append(encode(value.toString()));
            }
        }

        /** A field of a deep object. */
        void field(String name, @Nullable String key, String value) {
            next().append(name)
                    .append("%5B")
                    .append(encode(String.valueOf(key)))
                    .append("%5D=")
                    .append(encode(value));
        }

        void end(String name, Constraint constraint, @Nullable BigDecimal figure) {
            if (figure != null) {
                field(name, constraint.factor(), figure.toPlainString());
            }
        }
    }

    private static String written(PairwiseJudgement judgement) {
        var by = judgement.by();
        return judgement.factor() + ":" + judgement.over() + ":" + (by == null ? "" : by.toPlainString());
    }

    /** Commas and colons are allowed in a query, and easier to read as they are. */
    private static String encode(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.*,:".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }

    /**
     * The requirements that a query says.
     *
     * @param query decoded, names to values; nothing but parameters of this operation
     * @throws dev.tradeoff.shared.problem.Refused naming the parameter that cannot be read
     */
    static Requirements read(Map<String, List<String>> query) {
        var requirements = new RequirementsLink(query).read();
        var flaws = RequirementsForm.flaws(requirements);
        if (!flaws.isEmpty()) {
            var parameter = parameter(flaws.getFirst().pointer(), requirements);
            throw new Problem.InvalidParameter(
                            parameter, parameter + " " + flaws.getFirst().detail() + ".")
                    .refused();
        }
        return requirements;
    }

    /** Which parameter says what the pointer leads to. */
    static String parameter(String pointer, Requirements requirements) {
        var steps = pointer.split("/");
        boolean whole = steps.length == 2;
        return switch (steps[1]) {
            case "weights" -> "weight[" + (whole ? "…" : steps[2]) + "]";
            case "experience" -> "experience[" + (whole ? "…" : steps[2]) + "]";
            case "constraints" -> {
                if (whole) {
                    yield "minimum[…] or maximum[…]";
                }
                var constraint = requirements.constraints().get(Integer.parseInt(steps[2]));
                boolean maximum = steps[steps.length - 1].equals("maximum") || constraint.minimum() == null;
                yield (maximum ? "maximum[" : "minimum[") + constraint.factor() + "]";
            }
            case "useCases" -> "useCase";
            default -> steps[1];
        };
    }

    private Requirements read() {
        return new Requirements(
                list("useCase"),
                map("weight", RequirementsLink::number),
                list("priorities"),
                list("pairwise").stream().map(RequirementsLink::judgement).toList(),
                constraints(),
                map("experience", RequirementsLink::experience),
                one("method", MethodName::named, names(MethodName.values(), MethodName::text)),
                one(
                        "normalisation",
                        NormalisationName::named,
                        names(NormalisationName.values(), NormalisationName::text)),
                whole("revision", text("revision")),
                day(text("asOf")),
                whole("samples", text("samples")),
                whole("seed", text("seed"), Long.MAX_VALUE),
                flag("robustness", text("robustness")));
    }

    private @Nullable String text(String name) {
        var values = query.get(name);
        return values == null ? null : values.getFirst();
    }

    /** Lists may be repeated as well as written with commas. */
    private List<String> list(String name) {
        var list = query.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        if (list.contains("")) {
            throw refused(name, "has an empty entry:", String.join(",", list));
        }
        return list;
    }

    private interface Reader<V> {
        V read(String parameter, String value);
    }

    private <V> Map<String, V> map(String name, Reader<V> reader) {
        var read = new LinkedHashMap<String, V>();
        query.forEach((parameter, values) -> {
            if (parameter.startsWith(name + "[") && parameter.endsWith("]")) {
                var key = parameter.substring(name.length() + 1, parameter.length() - 1);
                read.put(key, reader.read(parameter, values.getFirst()));
            }
        });
        return read;
    }

    private List<Constraint> constraints() {
        var minimum = map("minimum", RequirementsLink::number);
        var maximum = map("maximum", RequirementsLink::number);
        var constraints = new ArrayList<Constraint>();
        query.keySet().stream()
                .filter(name -> name.startsWith("minimum[") || name.startsWith("maximum["))
                .map(name -> name.substring("minimum[".length(), name.length() - 1))
                .distinct()
                .forEach(factor -> constraints.add(new Constraint(factor, minimum.get(factor), maximum.get(factor))));
        return constraints;
    }

    private static PairwiseJudgement judgement(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3) {
            throw refused("pairwise", "is a list of judgements such as concurrency:learning-curve:5, not", text);
        }
        return new PairwiseJudgement(parts[0], parts[1], number("pairwise", parts[2]));
    }

    private static BigDecimal number(String parameter, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw refused(parameter, "must be a number, not", text);
        }
    }

    private static Experience experience(String parameter, String text) {
        return Arrays.stream(Experience.values())
                .filter(level -> level.slug().equals(text))
                .findFirst()
                .orElseThrow(() -> refused(
                        parameter,
                        "must be one of "
                                + Arrays.stream(Experience.values())
                                        .map(Experience::slug)
                                        .collect(Collectors.joining(", "))
                                + ", not",
                        text));
    }

    private <T> @Nullable T one(String parameter, Function<String, Optional<T>> named, List<String> names) {
        var name = text(parameter);
        return name == null
                ? null
                : named.apply(name)
                        .orElseThrow(
                                () -> refused(parameter, "must be one of " + String.join(", ", names) + ", not", name));
    }

    private static <E> List<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).toList();
    }

    private static @Nullable Long whole(String parameter, @Nullable String text, long most) {
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= -most && number <= most && text.charAt(0) != '+') {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the numbers that are too large
        }
        throw refused(parameter, "must be a whole number, not", text);
    }

    private static @Nullable Integer whole(String parameter, @Nullable String text) {
        var number = whole(parameter, text, Integer.MAX_VALUE);
        return number == null ? null : number.intValue();
    }

    private static @Nullable Boolean flag(String parameter, @Nullable String text) {
        return text == null ? null : Flags.read(parameter, text);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : Days.read("asOf", text);
    }

    private static RuntimeException refused(String parameter, String rule, String text) {
        return new Problem.InvalidParameter(
                        Excerpt.of(parameter), Excerpt.of(parameter) + " " + rule + " “" + Excerpt.of(text) + "”.")
                .refused();
    }
}
