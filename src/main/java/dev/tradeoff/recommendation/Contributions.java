package dev.tradeoff.recommendation;

import dev.tradeoff.recommendation.Appraisal.Column;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the score of one option is made of. It is written from what is prepared of each cell, which is most of an answer. */
final class Contributions extends AbstractList<Contribution> {

    private final List<Column> columns;
    private final List<Appraised> cells;
    private final List<Double> weights;
    private final @Nullable List<Double> parts;

    /**
     * @param cells one for each column
     * @param weights one for each column
     * @param parts of the score, one for each column; null where it is no sum
     */
    Contributions(List<Column> columns, List<Appraised> cells, List<Double> weights, @Nullable List<Double> parts) {
        this.columns = columns;
        this.cells = cells;
        this.weights = weights;
        this.parts = parts;
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public Contribution get(int column) {
        return Shown.contribution(columns.get(column), cells.get(column), weights.get(column), part(column));
    }

    private @Nullable Double part(int column) {
        return parts == null ? null : parts.get(column);
    }

    void write(JsonText json) {
        json.raw('[');
        for (int column = 0; column < size(); column++) {
            if (column > 0) {
                json.raw(',');
            }
            cells.get(column).written(columns.get(column)).write(json, weights.get(column), part(column));
        }
        json.raw(']');
    }
}
