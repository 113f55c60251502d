package dev.tradeoff.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What the program brings along is loaded once, brought up to date, and never laid over an editor's work. A newer program
 * is played by forgetting what the older one loaded.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(BundledContentTest.OnADatabaseOfItsOwn.class)
class BundledContentTest {

    public static final class OnADatabaseOfItsOwn implements QuarkusTestProfile {}

    @Inject
    BundledContent bundled;

    @Inject
    LoadedContent loaded;

    @Inject
    Drafts drafts;

    @Inject
    Revisions revisions;

    @Inject
    Publisher publisher;

    @Inject
    Technologies technologies;

    @Inject
    DataSource database;

    @Test
    void a_second_start_changes_nothing() throws IOException {
        var before = revisions.history("nodejs-vs-python-backend", Integer.MAX_VALUE, 100);
        long change = technologies.lastChange();
        bundled.load();
        assertThat(revisions.history("nodejs-vs-python-backend", Integer.MAX_VALUE, 100))
                .isEqualTo(before);
        assertThat(technologies.lastChange()).isEqualTo(change);
    }

    @Test
    void newer_content_becomes_the_next_revision_where_nobody_has_edited() throws IOException, SQLException {
        var slug = "python-web-frameworks";
        var bundledContent = ContentFile.comparison(slug);
        long version = drafts.replace(titled(bundledContent, "As an older program had it"));
        publisher.publish(slug, "Comes with the program", BundledContent.AUTHOR);
        execute("update loaded_content set version = " + version + " where slug = '" + slug + "'");
        leftByAnOlderProgram(slug);
        bundled.load();
        var latest = revisions.history(slug, Integer.MAX_VALUE, 100).getFirst();
        assertThat(latest.message()).isEqualTo("Comes with a newer program");
        assertThat(revisions.find(slug, latest.revision()).orElseThrow().comparison())
                .isEqualTo(bundledContent);
    }

    @Test
    void newer_content_that_says_the_same_is_no_revision() throws IOException, SQLException {
        var slug = "nodejs-vs-python-backend";
        var before = revisions.history(slug, Integer.MAX_VALUE, 100);
        leftByAnOlderProgram(slug);
        bundled.load();
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100)).isEqualTo(before);
    }

    @Test
    void an_editors_draft_is_left_alone() throws IOException, SQLException {
        var slug = "nodejs-web-frameworks";
        var edited = titled(ContentFile.comparison(slug), "As an editor wants it");
        drafts.replace(edited);
        leftByAnOlderProgram(slug);
        bundled.load();
        assertThat(drafts.find(slug).orElseThrow().comparison()).isEqualTo(edited);
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100)).hasSize(1);
    }

    @Test
    void what_was_left_alone_is_looked_at_again() throws IOException, SQLException {
        var slug = "nodejs-web-frameworks";
        drafts.replace(titled(ContentFile.comparison(slug), "As an editor wants it"));
        leftByAnOlderProgram(slug);
        bundled.load();
        assertThat(loaded.isWhole(ContentSource.PROGRAM, ContentFile.digest())).isFalse();
    }

    @Test
    void files_that_were_taken_in_as_a_whole_are_not_looked_at_again() throws IOException, SQLException {
        execute("update loaded_content set digest = 'older' where slug = 'starlette'");
        var digest = ContentFile.digest();
        QuarkusTransaction.requiringNew().run(() -> loaded.rememberWhole(ContentSource.PROGRAM, digest));
        assertThat(loaded.isWhole(ContentSource.PROGRAM, digest)).isTrue();
        bundled.load();
        assertThat(ask("select digest from loaded_content where slug = 'starlette'"))
                .isEqualTo("older");
    }

    @Test
    void an_editors_technology_is_left_alone() throws IOException, SQLException {
        var flask = technologies.everyOne().stream()
                .filter(t -> t.slug().equals("flask"))
                .findFirst()
                .orElseThrow();
        technologies.put(
                new Technology(flask.slug(), "Edited", flask.kind(), flask.aliases(), flask.partOf(), "", null));
        leftByAnOlderProgram("flask", "django");
        execute("update technology set name = 'As an older program had it' where slug = 'django'");
        long change = technologies.lastChange();
        bundled.load();
        var names = technologies.everyOne().stream().collect(Collectors.toMap(Technology::slug, Technology::name));
        assertThat(names).containsEntry("flask", "Edited").containsEntry("django", "Django");
        assertThat(technologies.lastChange())
                .as("django was brought up to date")
                .isGreaterThan(change);
    }

    @Test
    void what_was_edited_and_put_back_is_untouched() throws IOException, SQLException {
        var fastapi = technologies.known("fastapi").orElseThrow().technology();
        var older = new Technology(
                fastapi.slug(),
                "As an older program had it",
                fastapi.kind(),
                fastapi.aliases(),
                fastapi.partOf(),
                "",
                null);
        loaded.technologies(ContentSource.PROGRAM, List.of(older));
        technologies.put(new Technology(
                fastapi.slug(), "Edited", fastapi.kind(), fastapi.aliases(), fastapi.partOf(), "", null));
        technologies.put(older);
        leftByAnOlderProgram();
        bundled.load();
        assertThat(technologies.known("fastapi").orElseThrow().technology()).isEqualTo(fastapi);
    }

    @Test
    void an_alias_may_move_to_another_technology_in_one_change() {
        var one = technology("first-of-two", List.of("shared-alias", "own-alias"));
        var other = technology("other-of-two", List.of("other-alias"));
        technologies.putAll(List.of(one, other));
        var moved = technology("first-of-two", List.of("other-alias", "own-alias"));
        var taken = technology("other-of-two", List.of("shared-alias"));
        technologies.putAll(List.of(moved, taken));
        assertThat(technologies.everyOne()).contains(moved, taken);
    }

    private static Technology technology(String slug, List<String> aliases) {
        return new Technology(slug, slug, Technology.Kind.LIBRARY, aliases, null, "", null);
    }

    @Test
    void aliases_may_change_places() {
        var node = technologies.everyOne().stream()
                .filter(t -> t.slug().equals("nodejs"))
                .findFirst()
                .orElseThrow();
        assertThat(node.aliases()).hasSizeGreaterThan(1);
        var turned = new Technology(
                node.slug(), node.name(), node.kind(), node.aliases().reversed(), node.partOf(), node.summary(), null);
        technologies.put(turned);
        assertThat(technologies.everyOne()).contains(turned);
    }

    private static Comparison titled(Comparison c, String title) {
        return Comparison.of(
                c.slug(),
                title,
                c.question(),
                c.summary(),
                c.tags(),
                Arrays.stream(Section.values())
                        .collect(Collectors.toMap(Function.identity(), section -> section.of(c))));
    }

    /** As if what the program has of these were newer than what was loaded. */
    private void leftByAnOlderProgram(String... slugs) throws SQLException {
        execute("update loaded_content set digest = 'older' where kind = 'source' or slug in ('"
                + String.join("', '", slugs) + "')");
    }

    private String ask(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
