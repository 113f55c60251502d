package dev.tradeoff.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;

class FailureReportTest {

    private static final DatabaseChoice DATABASE =
            new DatabaseChoice.Configured("jdbc:postgresql://db/knowledge?password=secret");

    @Test
    void a_known_reason_is_found_under_what_it_has_caused() {
        var failure = new RuntimeException("Failed to start", new StartupFailure("the folder is in use"));
        assertThat(FailureReport.of(failure, DATABASE)).isEqualTo(new FailureReport.Known("the folder is in use"));
    }

    @Test
    void a_wrong_setting_is_named() {
        assertThat(reason(new ConfigurationException("tradeoff.evidence.outlier-ratio must be a number of at least 1")))
                .isEqualTo("tradeoff.evidence.outlier-ratio must be a number of at least 1");
    }

    @Test
    void a_setting_that_cannot_be_read_is_named() {
        var problem = new ConfigValidationException.Problem(
                "java.lang.IllegalArgumentException: SRCFG00039: The config property a.b with the config value \"two\" threw an Exception whilst being converted SRCFG00031: Expected a double value");
        assertThat(reason(new ConfigValidationException(new ConfigValidationException.Problem[] {problem})))
                .isEqualTo(
                        "The config property a.b with the config value \"two\" threw an Exception whilst being converted Expected a double value");
    }

    @Test
    void a_taken_port_is_named() {
        assertThat(reason(new QuarkusBindException("0.0.0.0", 8080, new BindException("in use"))))
                .isEqualTo(
                        "port 8080 is taken by another process: stop it, or choose another port with QUARKUS_HTTP_PORT");
    }

    @Test
    void an_unreachable_database_is_named_with_every_cause() {
        assertThat(reason(new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db"))))
                .isEqualTo(
                        "the database jdbc:postgresql://db/knowledge cannot be used: The connection attempt failed. Unknown host db");
    }

    @Test
    void a_migration_that_this_program_does_not_know_is_of_a_newer_one() {
        var newer =
                "Detected applied migration not resolved locally: 999.\nIf you removed this migration intentionally, run repair.";
        assertThat(reason(invalid(newer))).contains("is newer than this program, which does not know its version 999:");
    }

    @Test
    void any_other_mismatch_of_the_schema_is_said_in_one_line() {
        assertThat(reason(invalid("Migration checksum mismatch for version 1\n-> Applied: 1")))
                .contains("is not this program's: ", "Migration checksum mismatch for version 1 -> Applied: 1")
                .doesNotContain("\n");
    }

    @Test
    void a_wrong_statement_is_for_a_developer() {
        var failure = new SQLException("syntax error", "42601");
        assertThat(FailureReport.of(failure, DATABASE)).isEqualTo(new FailureReport.Unknown(failure));
    }

    private static FlywayValidateException invalid(String message) {
        return new FlywayValidateException(
                new ErrorDetails(CoreErrorCode.VALIDATE_ERROR, "Migrations have failed validation"), message);
    }

    private static String reason(Throwable failure) {
        return ((FailureReport.Known) FailureReport.of(new RuntimeException(failure), DATABASE)).reason();
    }
}
