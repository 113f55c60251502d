package dev.tradeoff.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.tradeoff.shared.json.Text;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a CSV file as spreadsheets write them: UTF-8 with or without a byte order mark, any line ends, commas,
 * semicolons or tabs between cells. Lines without any text are passed over.
 *
 * @param lines the first is the header
 */
record Sheet(List<Line> lines) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SEPARATORS = ",;\t";
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    /** @param number of the line of the file in which it begins, from 1 */
    record Line(int number, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** @throws Refused if it is no CSV in UTF-8, or no text */
    static Sheet read(byte[] csv) {
        var text = text(csv);
        var lines = new ArrayList<Line>();
        try (var parser = CSV.createParser(text)) {
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
            parser.nextToken(); // of all lines
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                int number = 0;
                var cells = new ArrayList<String>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (cells.isEmpty()) {
                        number = parser.currentTokenLocation().getLineNr();
                    }
                    cells.add(parser.getText());
                }
                if (!cells.stream().allMatch(String::isBlank)) {
                    lines.add(new Line(number, cells));
                }
            }
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw unreadable(
                    (at == null ? "" : "Line " + at.getLineNr() + ": ")
                            + "the quotes do not match: a cell that holds quotes, separators or line ends stands in quotes, and quotes in it are doubled.");
        } catch (IOException e) {
            throw unreadable("The body cannot be read as CSV.");
        }
        return new Sheet(lines);
    }

    private static String text(byte[] csv) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable("The body must be UTF-8; spreadsheets call it “CSV UTF-8” when they save.");
        }
        if (!Text.isClean(text)) {
            throw unreadable(
                    "The body may not hold NUL; spreadsheets call what is read here “CSV UTF-8” when they save.");
        }
        return Normalizer.normalize(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, Normalizer.Form.NFC);
    }

    /** The one that ends the first cell of the header, which is a single word. */
    private static char separator(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                return text.charAt(at);
            }
            at++;
        }
        return ',';
    }

    private static Refused unreadable(String detail) {
        return new Problem.InvalidBody(detail, List.of(new Problem.Flaw("", detail))).refused();
    }
}
