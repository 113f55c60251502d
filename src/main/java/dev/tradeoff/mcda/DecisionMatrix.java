package dev.tradeoff.mcda;

import java.util.List;

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
        return rows.stream().allMatch(row -> row.stream().allMatch(Cell::isCertain));
    }
}
