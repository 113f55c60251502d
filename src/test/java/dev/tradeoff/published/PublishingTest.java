package dev.tradeoff.published;

import static dev.tradeoff.contract.Service.get;
import static dev.tradeoff.contract.Service.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tradeoff.authoring.Drafts;
import dev.tradeoff.authoring.Publisher;
import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Topic;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a draft to what readers see, and what of it stays for ever. Each fact has a comparison of its own. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class PublishingTest {

    @Inject
    Drafts drafts;

    @Inject
    Publisher publisher;

    @Inject
    DataSource database;

    @Test
    void a_publication_is_read_as_soon_as_its_publisher_is_answered() {
        var slug = fresh("read");
        for (int score = 1; score <= 5; score++) {
            publish(comparison(slug, score), "Score " + score);
            get(path(slug)).then().statusCode(200).body("revision", equalTo(score));
            get(path(slug) + "/factors/speed").then().body("assessments[0].score", equalTo(score));
            get("/api/v1/factors?comparison=" + slug).then().body("items[0].assessments[0].score", equalTo(score));
            get(path(slug) + "/matrix").then().body("rows[0].cells[0].score", equalTo(score));
        }
    }

    @Test
    void a_draft_is_not_read_before_it_is_published() {
        var slug = fresh("draft");
        drafts.replace(comparison(slug, 3));
        ConventionsTest.problem(get(path(slug)), 404, "not-found");
        publish(comparison(slug, 3), "First");
        drafts.replace(comparison(slug, 4));
        get(path(slug) + "/factors/speed").then().body("assessments[0].score", equalTo(3));
    }

    @Test
    void earlier_states_are_found_by_number_and_by_time() {
        var slug = fresh("states");
        publish(comparison(slug, 3), "Three");
        publish(comparison(slug, 4), "Four");
        var first = get(path(slug) + "/revisions").jsonPath();
        assertThat(first.getList("items.message", String.class)).containsExactly("Four", "Three");
        get(path(slug) + "?revision=1")
                .then()
                .body("revision", equalTo(1))
                .body("factors[0].assessments[0].score", equalTo(3));
        get(path(slug) + "/factors/speed?revision=1").then().body("assessments[0].score", equalTo(3));
        get(path(slug) + "/matrix?revision=1").then().body("revision", equalTo(1));
        get(path(slug) + "?asOf=" + first.getString("items[1].publishedAt"))
                .then()
                .body("revision", equalTo(1));
        get(path(slug) + "?asOf=" + first.getString("items[0].publishedAt"))
                .then()
                .body("revision", equalTo(2));
        get(path(slug) + "/revisions/1")
                .then()
                .body("message", equalTo("Three"))
                .body("revision", equalTo(1));
    }

    @Test
    void what_changed_is_said_by_member_and_field_and_in_words() {
        var slug = fresh("changes");
        publish(comparison(slug, 3), "Three");
        publish(comparison(slug, 4), "Four");
        get(path(slug) + "/revisions/2/changes")
                .then()
                .statusCode(200)
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("items", hasSize(1))
                .body("items[0].change", equalTo("changed"))
                .body("items[0].collection", equalTo("factors"))
                .body("items[0].slug", equalTo("speed"))
                .body("items[0].field", equalTo("assessments/a/score"))
                .body("items[0].before", equalTo(3))
                .body("items[0].after", equalTo(4))
                .body("items[0].text", equalTo("Factor speed: score of a changed from 3 to 4"));
        get(path(slug) + "/revisions/1/changes?from=2").then().body("items[0].after", equalTo(3));
        get(path(slug) + "/revisions/2/changes?from=2").then().body("items", hasSize(0));
    }

    @Test
    void an_etag_changes_with_a_publication_and_comes_back_with_its_content() {
        var slug = fresh("etag");
        publish(comparison(slug, 3), "Three");
        var three = get(path(slug) + "/factors").header("ETag");
        publish(comparison(slug, 4), "Four");
        assertThat(get(path(slug) + "/factors").header("ETag")).isNotEqualTo(three);
        request()
                .header("If-None-Match", three)
                .get(path(slug) + "/factors")
                .then()
                .statusCode(200);
        assertThat(get(path(slug) + "/factors?revision=1").header("ETag")).isEqualTo(three);
    }

    @Test
    void a_list_that_is_being_walked_keeps_its_place_while_others_publish() {
        var prefix = fresh("walk");
        for (var name : List.of("b", "d", "f")) {
            publish(tagged(prefix + "-" + name, prefix), "First");
        }
        var first = get("/api/v1/comparisons?limit=2&tag=" + prefix);
        publish(tagged(prefix + "-a", prefix), "Before the place");
        publish(tagged(prefix + "-e", prefix), "After the place");
        var rest = get("/api/v1/comparisons?limit=10&tag=" + prefix + "&cursor="
                + first.jsonPath().getString("page.next"));
        var walked = new ArrayList<>(first.jsonPath().getList("items.slug", String.class));
        walked.addAll(rest.jsonPath().getList("items.slug", String.class));
        assertThat(walked).containsExactly(prefix + "-b", prefix + "-d", prefix + "-e", prefix + "-f");
    }

    @Test
    void a_draft_that_breaks_rules_is_refused_with_all_of_them() {
        var slug = fresh("broken");
        var good = comparison(slug, 3);
        drafts.replace(Comparison.of(
                slug,
                "",
                good.question(),
                good.summary(),
                List.of(),
                Map.of(dev.tradeoff.knowledge.Section.FACTORS, good.factors())));
        assertThatThrownBy(() -> publisher.publish(slug, "Broken", "tester"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    var problem = (Problem.NotPublishable) refused.problem();
                    assertThat(problem.errors().stream().map(Problem.Flaw::pointer))
                            .contains("/title", "/options", "/factors/0/topic", "/factors/0/assessments/0/option");
                });
        ConventionsTest.problem(get(path(slug)), 404, "not-found");
    }

    @Test
    void an_unchanged_draft_is_not_published_again() {
        var slug = fresh("unchanged");
        publish(comparison(slug, 3), "First");
        assertThatThrownBy(() -> publish(comparison(slug, 3), "Again"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problem())
                        .isInstanceOf(Problem.NothingToPublish.class));
        get(path(slug) + "/revisions").then().body("items", hasSize(1));
    }

    @Test
    void a_draft_is_read_back_as_it_was_written() {
        var slug = fresh("round-trip");
        var written = comparison(slug, 2);
        long version = drafts.replace(written);
        assertThat(drafts.find(slug)).hasValueSatisfying(draft -> {
            assertThat(draft.comparison()).isEqualTo(written);
            assertThat(draft.version()).isEqualTo(version);
        });
    }

    @Test
    void the_database_refuses_to_change_or_remove_a_revision() throws SQLException {
        var slug = fresh("immutable");
        publish(comparison(slug, 3), "First");
        for (var statement : List.of(
                "update revision set message = 'forged' where comparison = '" + slug + "'",
                "delete from revision where comparison = '" + slug + "'",
                "truncate revision cascade")) {
            assertThatThrownBy(() -> execute(statement)).hasMessageContaining("immutable");
        }
    }

    @Test
    void a_ranked_list_keeps_its_place_although_scores_move() {
        var word = fresh("ranked");
        var words = word.replace('-', ' ');
        for (int i = 0; i < 6; i++) {
            publish(tagged(word + "-" + i, word), "First");
        }
        var list = "/api/v1/comparisons?tag=" + word + "&q=" + words.replace(" ", "%20");
        var first = get(list + "&limit=3").jsonPath();
        for (int i = 6; i < 30; i++) { // a word that stands in more places counts less
            publish(tagged(word + "-z" + i, word + "-other"), "Moves all scores");
        }
        var rest =
                get(list + "&limit=10&cursor=" + first.getString("page.next")).jsonPath();
        var walked = new ArrayList<>(first.getList("items.slug", String.class));
        walked.addAll(rest.getList("items.slug", String.class));
        assertThat(walked)
                .hasSize(6)
                .isEqualTo(get(list + "&limit=10").jsonPath().getList("items.slug", String.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?revision=2", "/revisions/2", "/revisions", "?asOf=2100-01-01T00:00:00Z"})
    void nobody_sees_an_older_state_after_a_newer_one(String newer) throws SQLException {
        var slug = fresh("order");
        publish(comparison(slug, 3), "Ours");
        publishElsewhere(slug, "");
        assertThat(get(path(slug) + newer).asString()).contains("Theirs");
        get(path(slug)).then().body("revision", equalTo(2));
    }

    @Test
    void what_another_replica_publishes_is_heard() throws SQLException {
        var slug = fresh("replica");
        publish(comparison(slug, 3), "Ours");
        publishElsewhere(slug, "notify tradeoff_published;");
        var deadline = Instant.now().plusSeconds(8); // well before the listener would ask by itself
        while (get(path(slug)).jsonPath().getInt("revision") == 1
                && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        get(path(slug)).then().body("revision", equalTo(2)).body("title", equalTo("Theirs"));
        get("/api/v1/comparisons?limit=100&tag=test").then().body("items.title", hasItem("Theirs"));
    }

    /** As another replica does, whose notification may be late. */
    private void publishElsewhere(String slug, String notification) throws SQLException {
        execute(
                "begin; insert into revision select comparison, 2, published_at, 'another', 'Theirs', nextval('change_sequence'),"
                        + " jsonb_set(document, '{title}', '\"Theirs\"') || '{\"unheardOf\": 1}' from revision where comparison = '"
                        + slug
                        + "';"
                        + " update comparison set published_revision = 2, last_change = currval('change_sequence') where slug = '"
                        + slug + "'; " + notification + " commit");
    }

    @Test
    void the_views_show_the_latest_publication_to_readers_of_sql() throws SQLException {
        var slug = fresh("views");
        publish(comparison(slug, 3), "Three");
        publish(comparison(slug, 4), "Four");
        assertThat(query("select revision || ' ' || name from published_factor where comparison = '" + slug + "'"))
                .containsExactly("2 Speed");
        var first = "'nodejs-vs-python-backend'";
        assertThat(query("select value from published_claim where slug = 'express-throughput' and comparison = "
                        + first))
                .containsExactly("55200");
        assertThat(query("select range_min from published_claim where slug = 'npm-package-count' and comparison = "
                        + first))
                .containsExactly("2000000");
        assertThat(query("select slug from published_faq where comparison = " + first))
                .hasSize(5);
        assertThat(query("select slug from published_use_case where comparison = " + first))
                .hasSize(5);
        assertThat(query("select slug from published_recommendation where comparison = " + first))
                .hasSize(3);
    }

    // ---- Small comparisons

    private static Comparison comparison(String slug, int score) {
        return tagged(slug, score, "test");
    }

    private static Comparison tagged(String slug, String tag) {
        return tagged(slug, 3, tag);
    }

    private static Comparison tagged(String slug, int score, String tag) {
        var assessments = List.of(assessment("a", score), assessment("b", 3));
        var speed = new Factor(
                "speed",
                "Speed",
                "performance",
                "How fast is it?",
                Factor.Kind.RATING,
                BigDecimal.ONE,
                Map.of("1", "slow", "3", "fair", "5", "fast"),
                null,
                null,
                null,
                null,
                null,
                assessments);
        return Comparison.of(
                slug,
                "A or B",
                "Which of the two?",
                "Two that differ in one thing.",
                List.of(tag),
                Map.of(
                        dev.tradeoff.knowledge.Section.OPTIONS, List.of(option("a", "react"), option("b", "vue")),
                        dev.tradeoff.knowledge.Section.TOPICS, List.of(new Topic("performance", "Performance", "")),
                        dev.tradeoff.knowledge.Section.FACTORS, List.of(speed)));
    }

    private static Option option(String slug, String technology) {
        return new Option(slug, technology, slug.toUpperCase(java.util.Locale.ROOT), "", "", List.of(), "");
    }

    private static Assessment assessment(String option, int score) {
        return new Assessment(
                option,
                "So so",
                BigDecimal.valueOf(score),
                null,
                null,
                Assessment.Confidence.LOW,
                "Made up for a test",
                List.of());
    }

    private void publish(Comparison comparison, String message) {
        drafts.replace(comparison);
        publisher.publish(comparison.slug(), message, "tester");
    }

    private static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String path(String slug) {
        return "/api/v1/comparisons/" + slug;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(Objects.requireNonNull(rows.getString(1)));
            }
            return found;
        }
    }
}
