package dev.tradeoff.feed;

import dev.tradeoff.authoring.Drafts;
import dev.tradeoff.authoring.Publisher;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Factor;
import dev.tradeoff.knowledge.Option;
import dev.tradeoff.knowledge.Section;
import dev.tradeoff.knowledge.Topic;
import dev.tradeoff.shared.web.Precondition;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An editor who publishes small comparisons, each under a name of its own. */
@Singleton
public class Publishing {

    private final Drafts drafts;
    private final Publisher publisher;
    private final DataSource database;

    Publishing(Drafts drafts, Publisher publisher, DataSource database) {
        this.drafts = drafts;
        this.publisher = publisher;
        this.database = database;
    }

    public static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Of React and Vue. */
    public static Comparison comparison(String slug, String title) {
        return comparison(slug, title, "react", 0);
    }

    /** @param topics how many it has beside the one of its factor */
    public static Comparison comparison(String slug, String title, String technology, int topics) {
        return Comparison.of(
                slug,
                title,
                "Which of the two?",
                "Two that differ.",
                List.of("test"),
                Map.of(
                        Section.OPTIONS,
                        List.of(option("a", technology), option("b", "vue")),
                        Section.TOPICS,
                        Stream.concat(
                                        Stream.of(new Topic("performance", "Performance", "")),
                                        IntStream.rangeClosed(1, topics)
                                                .mapToObj(i -> new Topic("topic-" + i, "Topic " + i, "")))
                                .toList(),
                        Section.FACTORS,
                        List.of(speed())));
    }

    private static Factor speed() {
        return new Factor(
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
                List.of(assessment("a", 4), assessment("b", 3)));
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

    private static Option option(String slug, String technology) {
        return new Option(slug, technology, "Option " + slug, "", "", List.of(), "");
    }

    public void publish(Comparison comparison, String message) {
        drafts.replace(comparison);
        publisher.publish(comparison.slug(), message, "tester");
    }

    /** A comparison that was published once, with that message. */
    String published(String name, String message) {
        var slug = fresh(name);
        publish(comparison(slug, "First title"), message);
        return slug;
    }

    public void archive(String slug) {
        publisher.archive(slug, Precondition.NONE);
    }

    public void unarchive(String slug) {
        publisher.unarchive(slug, Precondition.NONE);
    }

    /** As another replica does: the next revisions of a comparison that has one, all at once. */
    public void publishElsewhere(String slug, int revisions, String message) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    begin;
                    insert into revision select comparison, number + i, published_at + i * interval '1 second', 'another',
                    '%2$s', nextval('change_sequence'), jsonb_set(document, '{title}', to_jsonb('Title ' || i))
                    from revision, generate_series(1, %3$d) i where comparison = '%1$s' and number = 1 order by i;
                    update comparison set published_revision = 1 + %3$d, last_change = currval('change_sequence') where slug = '%1$s';
                    notify tradeoff_published;
                    commit""".formatted(slug, message, revisions));
        }
    }
}
