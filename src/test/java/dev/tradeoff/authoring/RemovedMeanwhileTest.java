package dev.tradeoff.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Precondition;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who publishes while a technology is removed is told which it was. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class RemovedMeanwhileTest {

    @Inject
    Drafts drafts;

    @Inject
    Publisher publisher;

    @Inject
    Technologies technologies;

    @Inject
    DataSource database;

    @Test
    void a_technology_that_goes_while_its_comparison_is_published_is_named() {
        technologies.put(new Technology("on-its-way-out", "Out", Technology.Kind.LIBRARY, List.of(), null, "", null));
        var source = drafts.find("python-web-frameworks").orElseThrow().comparison();
        var comparison = using("on-its-way-out", source);
        var publishing = QuarkusTransaction.requiringNew().call(() -> {
            technologies.remove("on-its-way-out", Precondition.NONE);
            var begun = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        drafts.replace(comparison);
                        publisher.publish(comparison.slug(), "Too late", "test");
                    }));
            while (!begun.isDone() && !somebodyWaits()) {
                Thread.onSpinWait();
            }
            return begun;
        });
        assertThatThrownBy(() -> publishing.get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problem())
                        .isInstanceOfSatisfying(Problem.NotPublishable.class, problem -> assertThat(problem.errors())
                                .anyMatch(flaw -> flaw.detail().contains("on-its-way-out"))));
        assertThat(drafts.find(comparison.slug())).isEmpty();
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("select 1 from pg_locks where locktype = 'advisory' and not granted")) {
            return rows.next();
        }
    }

    private static Comparison using(String technology, Comparison c) {
        var options = new java.util.ArrayList<>(c.options());
        var first = options.getFirst();
        options.set(
                0,
                new Option(
                        first.slug(),
                        technology,
                        first.name(),
                        first.tagline(),
                        first.summary(),
                        first.bestFor(),
                        first.verdict()));
        return new Comparison(
                "uses-what-goes",
                c.title(),
                c.question(),
                c.summary(),
                c.tags(),
                options,
                c.topics(),
                c.factors(),
                c.findings(),
                c.useCases(),
                c.claims(),
                c.sources(),
                c.faqs(),
                c.recommendations());
    }
}
