package dev.tradeoff.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

/** Failures of the database, as those who are answered see them. */
class DatabaseFailuresTest {

    @Test
    void a_database_that_goes_away_is_unavailable() {
        assertThat(DatabaseFailures.problem(new IllegalStateException(new SQLException("gone", "57P01"))))
                .containsInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void one_that_goes_away_at_the_commit_is_too() {
        var commit = new XAException("commit");
        commit.initCause(new SQLException("gone", "57P01"));
        var failure = new RollbackException("Could not commit transaction.");
        failure.addSuppressed(commit);
        assertThat(DatabaseFailures.problem(new IllegalStateException(failure)))
                .containsInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void a_statement_that_is_wrong_is_our_mistake() {
        assertThat(DatabaseFailures.problem(new SQLException("syntax error", "42601")))
                .isEmpty();
        assertThat(DatabaseFailures.problem(new IllegalStateException("no database in it")))
                .isEmpty();
    }
}
