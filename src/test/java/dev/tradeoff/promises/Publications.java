package dev.tradeoff.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.promises.Publishers.Acknowledged;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the database holds of publications: all of each, or nothing. */
final class Publications {

    private final Connection database;

    Publications(Connection database) {
        this.database = database;
    }

    /** Each that was acknowledged is there, each that is there is whole, and none is there twice. */
    void agreeWith(List<Acknowledged> acknowledged, List<String> comparisons) throws SQLException {
        var told = acknowledged.stream()
                .map(publication ->
                        publication.comparison() + " " + publication.revision() + " " + publication.message())
                .toList();
        var stored = ask("""
                select '/api/v1/comparisons/' || comparison || ' ' || number || ' ' || message from revision
                where comparison like 'crash-%'""");
        assertThat(told).as("acknowledged").doesNotHaveDuplicates();
        assertThat(stored)
                .as("revisions, each of them acknowledged in the end")
                .containsExactlyInAnyOrderElementsOf(told);

        assertThat(
                        ask(
                                "select comparison from revision group by comparison having min(number) <> 1 or max(number) <> count(*)"))
                .as("numbers with a gap")
                .isEmpty();
        assertThat(ask("""
                select c.slug from comparison c where c.published_revision is distinct from
                (select max(number) from revision r where r.comparison = c.slug)""")).as("comparisons whose latest revision is another").isEmpty();
        assertThat(
                        ask(
                                "select comparison || number from revision r where change > (select last_change from comparison c where c.slug = r.comparison)"))
                .as("revisions that readers would miss")
                .isEmpty();
        assertThat(ask("""
                select comparison || number from revision r where
                (select array_agg(technology order by technology) from revision_technology t
                 where t.comparison = r.comparison and t.number = r.number)
                is distinct from (select array_agg(t order by t) from technologies_of(r.document) t)""")).as("revisions without their technologies").isEmpty();

        assertThat(ask("select key from idempotent_request where status is null or body is null and status <> 204"))
                .as("keys without an answer")
                .isEmpty();
        assertThat(ask("""
                select key || ' ' || regexp_replace(headers ->> 'Location', '/revisions/[0-9]+$', '/revisions ')
                || (convert_from(body, 'UTF8')::jsonb ->> 'revision')
                from idempotent_request where headers ->> 'Location' like '%/revisions/%'"""))
                .as("kept answers")
                .containsExactlyInAnyOrderElementsOf(acknowledged.stream()
                        .map(p -> p.key() + " " + p.comparison() + "/revisions " + p.revision())
                        .toList());
        for (var comparison : comparisons) {
            assertThat(ask(
                            "select count(*) from audit_entry where action like 'publish%' and outcome = 'done' and target like '"
                                    + comparison + "%'"))
                    .as("audit entries of publications of %s", comparison)
                    .isEqualTo(ask("select count(*) from revision where '/api/v1/comparisons/' || comparison = '"
                            + comparison + "'"));
        }
    }

    private List<String> ask(String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
