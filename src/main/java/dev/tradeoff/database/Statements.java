package dev.tradeoff.database;

import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Single statements by JDBC, on the connection of the running transaction, or each for itself where none is running. They are
 * for what every write asks, where Hibernate's session and flush cost several times what PostgreSQL takes, and for what every
 * start asks, which need not wait for Hibernate to read its first query. What Hibernate holds in its session and has not
 * flushed, they do not see; what they change, entities that it has read do not show.
 */
@Singleton
public class Statements {

    private final DataSource database;

    Statements(DataSource database) {
        this.database = database;
    }

    /** Reads one row of an answer, the columns counted from 1. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The first row of the answer, if it has one.
     *
     * @param values of the question marks: texts, numbers, bytes, instants, arrays of texts or numbers, or null
     * @throws PersistenceException if the database refuses it or is out of reach; the cause says why
     */
    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var answer = statement.executeQuery()) {
                return answer.next() ? Optional.of(row.read(answer)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** All rows of the answer; otherwise as {@link #first}. */
    public <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var found = new ArrayList<T>();
            try (var answer = statement.executeQuery()) {
                while (answer.next()) {
                    found.add(row.read(answer));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * The first row of the answer of each of several statements that go to the database together, one after the other: each
     * sees what those before it have changed, and what others have committed meanwhile.
     *
     * @param sql with semicolons between
     * @param values of all their question marks
     */
    public <T> List<Optional<T>> firstOfEach(String sql, Row<T> row, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            var found = new ArrayList<Optional<T>>();
            for (boolean more = statement.execute(); more; more = statement.getMoreResults()) {
                try (var answer = statement.getResultSet()) {
                    found.add(answer.next() ? Optional.of(row.read(answer)) : Optional.empty());
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Tells all rows of the answer, one after the other, within a transaction.
     *
     * @param atATime so many rows are in memory at a time
     * @throws PersistenceException as {@link #first}
     */
    public <T> void each(
            String sql, int atATime, Row<T> row, Consumer<? super T> listener, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(atATime);
            bind(statement, values);
            try (var answer = statement.executeQuery()) {
                while (answer.next()) {
                    listener.accept(row.read(answer));
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Changes rows.
     *
     * @return how many
     * @throws PersistenceException as {@link #first}
     */
    public int change(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
