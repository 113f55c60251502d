package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.FIRST;
import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The decision matrix says in rows and columns what the factors' assessments say one by one. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class MatrixTest {

    @Test
    void each_cell_is_the_assessment_of_its_option_under_its_factor() {
        var matrix = get(FIRST + "/matrix").jsonPath();
        List<Map<String, Object>> rows = matrix.getList("rows");
        var factors = get(FIRST + "/factors").jsonPath();
        assertThat(rows).hasSize(2);
        for (int row = 0; row < 2; row++) {
            var option = rows.get(row).get("option");
            List<Map<String, Object>> cells = matrix.getList("rows[" + row + "].cells");
            assertThat(cells).hasSize(factors.getInt("items.size()"));
            for (int column = 0; column < cells.size(); column++) {
                Map<String, Object> assessment =
                        factors.getMap("items[" + column + "].assessments.find { it.option == '" + option + "' }");
                assertThat(cells.get(column))
                        .containsEntry("factor", factors.getString("items[" + column + "].slug"))
                        .containsEntry("score", assessment.get("score"))
                        .containsEntry("verdict", assessment.get("verdict"))
                        .containsEntry("confidence", assessment.get("confidence"));
            }
        }
    }

    @Test
    void transposed_it_has_a_row_for_each_factor() {
        var plain = get(FIRST + "/matrix").jsonPath();
        var transposed = get(FIRST + "/matrix?transpose=true").jsonPath();
        assertThat(transposed.getBoolean("transposed")).isTrue();
        assertThat(transposed.getList("rows.factor", String.class)).isEqualTo(plain.getList("factors.slug"));
        assertThat(transposed.getString("rows[3].cells[1].verdict"))
                .isEqualTo(plain.getString("rows[1].cells[3].verdict"));
        assertThat(transposed.getString("rows[3].cells[1].option")).isEqualTo("python");
    }

    @Test
    void as_csv_it_says_the_same() throws IOException {
        for (var transpose : List.of("false", "true")) {
            var matrix = get(FIRST + "/matrix?transpose=" + transpose).jsonPath();
            var lines = csv(FIRST + "/matrix?transpose=" + transpose);
            boolean transposed = transpose.equals("true");
            assertThat(lines.getFirst())
                    .startsWith(
                            transposed ? "factor" : "option",
                            (transposed ? "nodejs" : matrix.getString("factors[0].slug")) + " score",
                            (transposed ? "nodejs" : matrix.getString("factors[0].slug")) + " verdict");
            assertThat(lines).hasSize(1 + matrix.getInt("rows.size()"));
            for (int row = 0; row < lines.size() - 1; row++) {
                var line = lines.get(row + 1);
                assertThat(line.getFirst())
                        .isEqualTo(matrix.getString("rows[" + row + "]." + (transposed ? "factor" : "option")));
                for (int column = 0; column < (line.size() - 1) / 2; column++) {
                    var cell = "rows[" + row + "].cells[" + column + "].";
                    assertThat(new BigDecimal(line.get(1 + 2 * column)))
                            .isEqualByComparingTo(matrix.getString(cell + "score"));
                    assertThat(line.get(2 + 2 * column)).isEqualTo(matrix.getString(cell + "verdict"));
                }
            }
        }
    }

    @Test
    void csv_says_in_a_word_why_there_is_no_score() throws IOException {
        var factors = get("/api/v1/comparisons/python-web-frameworks/factors").jsonPath();
        var unknown = factors.getString("items.find { it.assessments.any { it.scoreState == 'unknown' } }.slug");
        var lines = csv("/api/v1/comparisons/python-web-frameworks/matrix?transpose=true");
        assertThat(lines.stream()
                        .filter(line -> line.getFirst().equals(unknown))
                        .findFirst()
                        .orElseThrow())
                .contains("unknown");
    }

    private static List<List<String>> csv(String path) throws IOException {
        var csv = request().header("Accept", "text/csv").get(path);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.asString()).contains("\r\n");
        var mapper = new CsvMapper();
        mapper.enable(CsvParser.Feature.WRAP_AS_ARRAY);
        try (MappingIterator<List<String>> lines =
                mapper.readerForListOf(String.class).readValues(csv.asByteArray())) {
            return lines.readAll();
        }
    }
}
