package dev.tradeoff.mcda;

import java.util.List;
import java.util.stream.IntStream;

/** Options × criteria: one row for each option, one cell for each criterion; at least one of each. */
public record DecisionMatrix(List<Criterion> criteria, List<List<Cell>> rows) {

    public DecisionMatrix {
        criteria = List.copyOf(criteria);
        rows = rows.stream().map(List::copyOf).toList();
        if (criteria.isEmpty() || rows.isEmpty()) {
            throw new IllegalArgumentException("at least one option and one criterion");
        }
        for (var row : rows) {
            if (row.size() != criteria.size()) {
                throw new IllegalArgumentException("one cell for each criterion");
            }
        }
    }

    public int options() {
        return rows.size();
    }

    public boolean isCertain() {
        for (var row : rows) {
            for (var cell : row) {
                if (!cell.isCertain()) {
                    return false;
                }
            }
        }
        return true;
    }

    int uncertainCells() {
        return (int) rows.stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.isCertain())
                .count();
    }

    int uncertainCriteria() {
        return (int) IntStream.range(0, criteria.size())
                .filter(j -> rows.stream().anyMatch(row -> !row.get(j).isCertain()))
                .count();
    }

    /** The cells' means, column by column. */
    double[][] means() {
        var columns = new double[criteria.size()][options()];
        for (var j = 0; j < columns.length; j++) {
            for (var i = 0; i < columns[j].length; i++) {
                columns[j][i] = rows.get(i).get(j).mean();
            }
        }
        return columns;
    }
}
