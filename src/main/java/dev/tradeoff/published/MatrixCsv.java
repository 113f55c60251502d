package dev.tradeoff.published;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tradeoff.published.MatrixView.Cell;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The decision matrix as CSV (RFC 4180, UTF-8): a header, then a line for each row; two columns for each cell, its score
 * (a number, {@code unknown} or {@code not-applicable}) and its verdict.
 */
final class MatrixCsv {

    static final MediaType TYPE = new MediaType("text", "csv");

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private MatrixCsv() {}

    static byte[] of(MatrixView matrix) {
        var out = new ByteArrayOutputStream();
        try (var lines = CSV.writer(LINES).writeValues(out)) {
            header(lines, matrix);
            for (var row : matrix.rows()) {
                var line = new ArrayList<String>();
                line.add(row.option() != null ? row.option() : String.valueOf(row.factor()));
                for (var cell : row.cells()) {
                    line.add(score(cell));
                    line.add(cell.verdict());
                }
                lines.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void header(SequenceWriter lines, MatrixView matrix) throws IOException {
        List<String> columns = matrix.transposed()
                ? matrix.options().stream()
                        .map(ComparisonSummary.OptionName::slug)
                        .toList()
                : matrix.factors().stream().map(MatrixView.FactorName::slug).toList();
        var line = new ArrayList<String>();
        line.add(matrix.transposed() ? "factor" : "option");
        for (var column : columns) {
            line.add(column + " score");
            line.add(column + " verdict");
        }
        lines.write(line);
    }

    private static String score(Cell cell) {
        if (cell.score() != null) {
            return cell.score().toPlainString();
        }
        if (cell.value() != null) {
            return cell.value().toPlainString();
        }
        return cell.scoreState() == null
                ? ""
                : cell.scoreState().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
