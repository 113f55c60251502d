package dev.tradeoff.matrix;

import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.shared.problem.Excerpt;
import dev.tradeoff.shared.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scores and verdicts from a CSV file, laid over a comparison: what {@link MatrixCsv} wrote, either way round, and what
 * spreadsheets make of it. Rows and columns may be missing and stand in any order. An empty cell leaves what is there; a
 * score under a rating, a value under a measure, {@code unknown} and {@code not-applicable} take each other's place. What an
 * assessment says beside stays; one that is new has nothing beside.
 */
public final class MatrixSheet {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(?:\\.[0-9]{1,30})?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?[0-9]+,[0-9]+");
    private static final BigDecimal LOWEST = BigDecimal.ONE;
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(5);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<Sheet.Line> lines;

    private MatrixSheet(List<Sheet.Line> lines) {
        this.lines = lines;
    }

    /** @throws dev.tradeoff.shared.problem.Refused if it is no CSV in UTF-8 */
    public static MatrixSheet read(byte[] csv) {
        return new MatrixSheet(Sheet.read(csv).lines());
    }

    /**
     * The comparison with the scores and verdicts of the file.
     *
     * @throws dev.tradeoff.shared.problem.Refused with every mistake at once, each with its line and column, if cells
     *     cannot be read, or name options, factors or scores that there are not
     */
    public Comparison over(Comparison comparison) {
        var laying = new Laying(comparison);
        laying.read(lines);
        laying.refuse();
        return laying.laid();
    }

    /** What a file says of one option under one factor; null where it says nothing. */
    private record Cell(
            @Nullable BigDecimal number,
            Assessment.@Nullable ScoreState state,
            @Nullable String verdict) {

        private static final Cell EMPTY = new Cell(null, null, null);

        Cell with(Cell other) {
            return new Cell(
                    other.number == null ? number : other.number,
                    other.state == null ? state : other.state,
                    other.verdict == null ? verdict : other.verdict);
        }

        boolean isEmpty() {
            return number == null && state == null && verdict == null;
        }
    }

    /** @param score whether it holds scores, else verdicts */
    private record Column(int index, String slug, boolean score) {}

    /** One file over one comparison. */
    private static final class Laying {
        private final Comparison comparison;
        private final Map<String, Factor> factors;
        private final Set<String> options;
        private final Map<String, Map<String, Cell>> cells = new HashMap<>();
        private final Mistakes malformed = new Mistakes();
        private final Mistakes wrong = new Mistakes();

        Laying(Comparison comparison) {
            this.comparison = comparison;
            this.factors = comparison.factors().stream()
                    .collect(Collectors.toMap(Factor::slug, Function.identity(), (first, second) -> first));
            this.options = comparison.options().stream().map(Option::slug).collect(Collectors.toSet());
        }

        private void read(List<Sheet.Line> lines) {
            if (lines.isEmpty()) {
                malformed.add(new Problem.Flaw("", "is empty; the first line names the columns"));
                return;
            }
            var header = lines.getFirst();
            var corner = header.cell(0).strip().toLowerCase(Locale.ROOT);
            if (!corner.equals(MatrixCsv.OPTION) && !corner.equals(MatrixCsv.FACTOR)) {
                malformed.add(flaw(
                        header,
                        0,
                        "must be “option” where each line is an option's, or “factor” where it is a factor's, not "
                                + quoted(header.cell(0))));
                return;
            }
            boolean transposed = corner.equals(MatrixCsv.FACTOR);
            var columns = columns(header, transposed);
            var seen = new HashSet<String>();
            for (var line : lines.subList(1, lines.size())) {
                var row = line.cell(0).strip();
                if (isKnown(line, 0, row, !transposed)) {
                    if (!seen.add(row)) {
                        malformed.add(flaw(line, 0, "is a second line of " + quoted(row)));
                    }
                    columns.forEach(column -> cell(line, column, row, transposed));
                }
                for (int extra = header.cells().size(); extra < line.cells().size(); extra++) {
                    if (!line.cell(extra).isBlank()) {
                        malformed.add(flaw(line, extra, "stands beyond the last column of the header"));
                    }
                }
            }
        }

        private List<Column> columns(Sheet.Line header, boolean transposed) {
            var columns = new ArrayList<Column>();
            var seen = new HashSet<String>();
            for (int i = 1; i < header.cells().size(); i++) {
                var name = header.cell(i).strip();
                if (name.isEmpty()) {
                    continue;
                }
                boolean score = name.endsWith(MatrixCsv.SCORE);
                if (!score && !name.endsWith(MatrixCsv.VERDICT)) {
                    malformed.add(flaw(
                            header,
                            i,
                            "must be a slug and “score” or “verdict”, as in “speed score”, not " + quoted(name)));
                } else if (!seen.add(name)) {
                    malformed.add(flaw(header, i, "is a second column " + quoted(name)));
                } else {
                    var slug = name.substring(0, name.lastIndexOf(' ')).strip();
                    if (isKnown(header, i, slug, transposed)) {
                        columns.add(new Column(i, slug, score));
                    }
                }
            }
            return columns;
        }

        private boolean isKnown(Sheet.Line line, int column, String slug, boolean option) {
            boolean known = option ? options.contains(slug) : factors.containsKey(slug);
            if (!known) {
                wrong.add(flaw(
                        line, column, "names no " + (option ? "option" : "factor") + " of the draft: " + quoted(slug)));
            }
            return known;
        }

        private void cell(Sheet.Line line, Column column, String row, boolean transposed) {
            var option = transposed ? column.slug() : row;
            var factor = transposed ? row : column.slug();
            var text = line.cell(column.index());
            var cell = column.score()
                    ? score(line, column.index(), text.strip(), factors.get(factor))
                    : new Cell(null, null, text.isBlank() ? null : Formula.restore(text));
            if (!cell.isEmpty()) {
                cells.computeIfAbsent(factor, slug -> new LinkedHashMap<>()).merge(option, cell, Cell::with);
            }
        }

        private Cell score(Sheet.Line line, int column, String text, @Nullable Factor factor) {
            if (text.isEmpty() || factor == null) {
                return Cell.EMPTY;
            }
            for (var state : Assessment.ScoreState.values()) {
                if (text.equalsIgnoreCase(MatrixCsv.word(state))) {
                    return new Cell(null, state, null);
                }
            }
            if (DECIMAL_COMMA.matcher(text).matches()) {
                malformed.add(flaw(
                        line,
                        column,
                        "has a decimal comma; write " + text.replace(',', '.') + " with a point instead"));
            } else if (!NUMBER.matcher(text).matches()) {
                malformed.add(flaw(
                        line, column, "must be a number, “unknown”, “not-applicable” or empty, not " + quoted(text)));
            } else {
                var number = new BigDecimal(text);
                if (factor.kind() == Factor.Kind.MEASURE || isScore(number)) {
                    return new Cell(number, null, null);
                }
                wrong.add(flaw(line, column, "must be 1 to 5 in steps of 0.5, not " + text));
            }
            return Cell.EMPTY;
        }

        private static boolean isScore(BigDecimal number) {
            return number.compareTo(LOWEST) >= 0
                    && number.compareTo(HIGHEST) <= 0
                    && number.multiply(TWO).stripTrailingZeros().scale() <= 0;
        }

        /** The pointer leads into the lines as lists of cells; the words count as spreadsheets do. */
        private static Problem.Flaw flaw(Sheet.Line line, int column, String detail) {
            return new Problem.Flaw(
                    "/" + (line.number() - 1) + "/" + column,
                    "line " + line.number() + ", column " + (column + 1) + " " + detail);
        }

        private static String quoted(String text) {
            return "“" + Excerpt.of(text) + "”";
        }

        private void refuse() {
            if (!malformed.isEmpty()) {
                malformed.addAll(wrong);
                throw new Problem.InvalidBody("The file cannot be read: " + malformed.said(), malformed.kept())
                        .refused();
            }
            if (!wrong.isEmpty()) {
                throw new Problem.BrokenRules("The file does not fit the draft: " + wrong.said(), wrong.kept())
                        .refused();
            }
        }

        private Comparison laid() {
            Map<Section, List<? extends dev.tradeoff.knowledge.Member>> members = Arrays.stream(Section.values())
                    .collect(Collectors.toMap(Function.identity(), s -> s.of(comparison)));
            members.put(
                    Section.FACTORS,
                    comparison.factors().stream().map(this::laid).toList());
            return Comparison.of(
                    comparison.slug(),
                    comparison.title(),
                    comparison.question(),
                    comparison.summary(),
                    comparison.tags(),
                    members);
        }

        private Factor laid(Factor factor) {
            var rest = new LinkedHashMap<>(cells.getOrDefault(factor.slug(), Map.of()));
            var assessments = new ArrayList<Assessment>();
            for (var assessment : factor.assessments()) {
                var cell = rest.remove(assessment.option());
                assessments.add(cell == null ? assessment : laid(factor.kind(), assessment, cell));
            }
            comparison.options().stream().map(Option::slug).forEach(option -> {
                var cell = rest.get(option);
                if (cell != null) {
                    var none = new Assessment(option, "", null, null, null, null, "", List.of());
                    assessments.add(laid(factor.kind(), none, cell));
                }
            });
            return new Factor(
                    factor.slug(),
                    factor.name(),
                    factor.topic(),
                    factor.question(),
                    factor.kind(),
                    factor.weight(),
                    factor.scale(),
                    factor.unit(),
                    factor.direction(),
                    factor.worst(),
                    factor.best(),
                    factor.notApplicable(),
                    assessments);
        }

        private static Assessment laid(Factor.Kind kind, Assessment assessment, Cell cell) {
            var score = assessment.score();
            var value = assessment.value();
            var state = assessment.scoreState();
            if (cell.number() != null || cell.state() != null) {
                score = kind == Factor.Kind.RATING ? cell.number() : null;
                value = kind == Factor.Kind.MEASURE ? cell.number() : null;
                state = cell.state();
            }
            return new Assessment(
                    assessment.option(),
                    cell.verdict() == null ? assessment.verdict() : cell.verdict(),
                    score,
                    state,
                    value,
                    assessment.confidence(),
                    assessment.rationale(),
                    assessment.claims());
        }
    }
}
