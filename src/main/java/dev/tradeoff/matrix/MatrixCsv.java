package dev.tradeoff.matrix;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision matrix as CSV (RFC 4180, UTF-8): a header, then a line for each row; two columns for each cell, its score
 * (a number, {@code unknown} or {@code not-applicable}) and its verdict. Both are empty where a draft has no assessment
 * yet. {@link MatrixSheet} reads it back.
 */
public final class MatrixCsv {

    static final String OPTION = "option";
    static final String FACTOR = "factor";
    static final String SCORE = " score";
    static final String VERDICT = " verdict";

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private MatrixCsv() {}

    /** @param transposed whether there is a row for each factor, and not for each option */
    public static byte[] of(Comparison comparison, boolean transposed) {
        var options = comparison.options().stream().map(Option::slug).toList();
        var factors = comparison.factors().stream().map(Factor::slug).toList();
        var cells = new HashMap<String, Map<String, Assessment>>();
        for (var factor : comparison.factors()) {
            var row = cells.computeIfAbsent(factor.slug(), slug -> new HashMap<>());
            factor.assessments().forEach(assessment -> row.putIfAbsent(assessment.option(), assessment));
        }
        return transposed
                ? lines(FACTOR, factors, options, (factor, option) -> of(cells, factor, option))
                : lines(OPTION, options, factors, (option, factor) -> of(cells, factor, option));
    }

    @FunctionalInterface
    private interface Cells {
        @Nullable
        Assessment at(String row, String column);
    }

    private static @Nullable Assessment of(Map<String, Map<String, Assessment>> cells, String factor, String option) {
        var row = cells.get(factor);
        return row == null ? null : row.get(option);
    }

    private static byte[] lines(String corner, List<String> rows, List<String> columns, Cells cells) {
        var out = new ByteArrayOutputStream();
        try (var lines = CSV.writer(LINES).writeValues(out)) {
            header(lines, corner, columns);
            for (var row : rows) {
                var line = new ArrayList<String>();
                line.add(row);
                for (var column : columns) {
                    var assessment = cells.at(row, column);
                    line.add(assessment == null ? "" : score(assessment));
                    line.add(assessment == null ? "" : Formula.disarm(assessment.verdict()));
                }
                lines.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void header(SequenceWriter lines, String corner, List<String> columns) throws IOException {
        var line = new ArrayList<String>();
        line.add(corner);
        for (var column : columns) {
            line.add(column + SCORE);
            line.add(column + VERDICT);
        }
        lines.write(line);
    }

    private static String score(Assessment assessment) {
        if (assessment.score() != null) {
            return assessment.score().toPlainString();
        }
        if (assessment.value() != null) {
            return assessment.value().toPlainString();
        }
        return assessment.scoreState() == null ? "" : word(assessment.scoreState());
    }

    static String word(Assessment.ScoreState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
