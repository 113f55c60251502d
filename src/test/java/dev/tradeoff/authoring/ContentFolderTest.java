package dev.tradeoff.authoring;

import static dev.tradeoff.contract.Service.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradeoff.database.FreshPostgres;
import dev.tradeoff.database.StartupFailure;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.technology.Technologies;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's folder is loaded at start and on change; a mistake in one file keeps no other from being loaded. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class ContentFolderTest {

    private static final Duration SETTLE = Duration.ofMillis(150);

    @Inject
    LoadedContent loaded;

    @Inject
    Drafts drafts;

    @Inject
    Revisions revisions;

    @Inject
    Technologies technologies;

    @TempDir
    Path folder;

    private final String slug = "folder-" + UUID.randomUUID().toString().substring(0, 8);
    private ContentFolder watched;

    @BeforeEach
    void watch() throws IOException {
        Files.createDirectories(folder.resolve("comparisons"));
        watched = folder(folder, Duration.ofSeconds(60));
    }

    @AfterEach
    void stop() {
        watched.stop();
    }

    private ContentFolder folder(Path path, Duration rescan) {
        return new ContentFolder(
                loaded,
                Clock.systemUTC(),
                Optional.of(path),
                SETTLE,
                rescan,
                new MemorySize(BigInteger.valueOf(10_000_000)));
    }

    @Test
    void what_is_there_at_start_is_loaded_technologies_first() throws IOException {
        write("technologies.yaml", "technologies:\n- {slug: " + slug + ", name: New, kind: library}\n");
        write("comparisons/a.yaml", yaml("First").replace("technology: react", "technology: " + slug));
        write("comparisons/deeper/b.json", "{\"slug\": \"no\"");
        watched.start();
        assertThat(title()).isEqualTo("First");
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100).getFirst().publishedBy())
                .isEqualTo("content-folder");
        assertThat(technologies.slugs()).contains(slug);
        assertThat(watched.files()).isEqualTo(3);
        assertThat(watched.faults()).singleElement().satisfies(fault -> assertThat(fault.file())
                .isEqualTo("comparisons/deeper/b.json"));
    }

    @Test
    void a_changed_file_becomes_the_next_revision() throws IOException {
        write("comparisons/a.yml", yaml("First"));
        watched.start();
        write("comparisons/a.yml", yaml("Second"));
        eventually(() -> title().equals("Second"));
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100)).hasSize(2);
        var renamed = folder.resolve(".a.yml.swp");
        Files.writeString(renamed, yaml("Third"));
        Files.move(renamed, folder.resolve("comparisons/a.yml"), StandardCopyOption.ATOMIC_MOVE);
        eventually(() -> title().equals("Third"));
    }

    @Test
    void a_new_file_in_a_new_folder_is_found() throws IOException {
        watched.start();
        write("comparisons/new/a.yaml", yaml("First"));
        eventually(() -> title().equals("First"));
    }

    @Test
    void where_no_change_is_announced_the_folder_is_looked_through_all_the_same() throws IOException {
        var elsewhere =
                Files.createDirectories(folder.resolve("..data-1/comparisons")).getParent();
        Files.writeString(elsewhere.resolve("comparisons/a.yaml"), yaml("First"));
        var link = Files.createSymbolicLink(folder.resolve("mounted"), elsewhere);
        watched = folder(link, Duration.ofMillis(100));
        watched.start();
        assertThat(title()).isEqualTo("First");
        var newer =
                Files.createDirectories(folder.resolve("..data-2/comparisons")).getParent();
        Files.writeString(newer.resolve("comparisons/a.yaml"), yaml("Second"));
        var swap = Files.createSymbolicLink(folder.resolve("swap"), newer);
        Files.move(swap, link, StandardCopyOption.ATOMIC_MOVE);
        eventually(() -> title().equals("Second"));
    }

    @Test
    void a_mistake_is_told_with_file_line_and_pointer_until_it_is_mended() throws IOException {
        watched.start();
        write("comparisons/bad.yaml", yaml("First").replace("name: Speed", "name: ''"));
        eventually(() -> !watched.faults().isEmpty());
        var fault = watched.faults().getFirst();
        assertThat(fault.file()).isEqualTo("comparisons/bad.yaml");
        assertThat(fault.pointer()).isEqualTo("/factors/0/name");
        assertThat(yaml("First").lines().toList().get(fault.line() - 1)).contains("name: Speed");
        assertThat(fault.toString()).contains("comparisons/bad.yaml, line " + fault.line() + ": /factors/0/name");
        write("comparisons/bad.yaml", yaml("Mended"));
        eventually(() -> watched.faults().isEmpty() && title().equals("Mended"));
    }

    @Test
    void what_waits_for_its_technology_is_loaded_when_that_comes() throws IOException {
        write("comparisons/a.yaml", yaml("First").replace("technology: react", "technology: " + slug));
        watched.start();
        assertThat(watched.faults()).hasSize(1);
        write("technologies.yaml", "technologies:\n- {slug: " + slug + ", name: New, kind: library}\n");
        eventually(() -> watched.faults().isEmpty() && title().equals("First"));
    }

    @Test
    void an_editors_work_is_left_alone_until_both_say_the_same() throws IOException {
        write("comparisons/a.yaml", yaml("First"));
        watched.start();
        drafts.replace(titled(draft(), "Edited"));
        write("comparisons/a.yaml", yaml("Second"));
        eventually(() -> watched.leftAlone().contains(slug));
        assertThat(draft().title()).isEqualTo("Edited");
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100)).hasSize(1);
    }

    @Test
    void what_was_edited_and_discarded_again_is_untouched() throws IOException {
        write("comparisons/a.yaml", yaml("First"));
        watched.start();
        var address = "/api/v1/comparisons/" + slug + "/draft";
        as("editor")
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body("{\"question\": \"Why?\", \"answer\": \"Because.\"}")
                .put(address + "/faqs/why")
                .then()
                .statusCode(201);
        as("editor")
                .header("If-Match", as("editor").get(address).header("ETag"))
                .delete(address)
                .then()
                .statusCode(204);
        write("comparisons/a.yaml", yaml("Second"));
        eventually(() -> title().equals("Second"));
        assertThat(watched.leftAlone()).isEmpty();
        assertThat(draft().title()).isEqualTo("Second");
    }

    @Test
    void whatever_goes_wrong_with_one_file_the_others_are_loaded_and_it_is_tried_again() throws IOException {
        write("comparisons/a.yaml", yaml("Other").replace("slug: " + slug, "slug: " + slug + "-other"));
        write("comparisons/b.yaml", yaml("First"));
        var failing = new AtomicBoolean(true);
        var loading = new FolderLoading(failing(failing), Clock.systemUTC(), Duration.ZERO, 1_000_000);
        loading.load(FolderState.of(folder));
        assertThat(title()).isEqualTo("First");
        assertThat(loading.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("comparisons/a.yaml");
            assertThat(fault.detail()).isEqualTo("could not be stored; it is tried again");
        });
        assertThat(loading.loaded()).isEqualTo(1);
        failing.set(false);
        loading.load(FolderState.of(folder));
        assertThat(loading.faults()).isEmpty();
        assertThat(loading.loaded()).isEqualTo(2);
        assertThat(revisions.history(slug + "-other", Integer.MAX_VALUE, 100)).hasSize(1);
    }

    /** Fails at the commit of every other comparison. */
    private LoadedContent failing(AtomicBoolean failing) {
        return new LoadedContent(null, null, null, null, null, null, null, null) {
            @Override
            public Outcome comparison(ContentSource source, Comparison content) {
                if (failing.get() && !content.slug().equals(slug)) {
                    throw new IllegalStateException("the commit failed");
                }
                return loaded.comparison(source, content);
            }
        };
    }

    @Test
    void the_health_check_gives_numbers_and_tells_nothing_else() throws IOException {
        write("comparisons/a.yaml", yaml("First"));
        write("comparisons/secret.yaml", "slug: secret\ntitle: 5\n");
        watched.start();
        assertThat(new ContentFolderHealth(watched).call().getData())
                .hasValue(Map.of("configured", true, "loaded", 1L, "failed", 1L, "left-alone", 0L));
    }

    @Test
    void a_file_that_is_gone_leaves_its_knowledge() throws IOException {
        write("comparisons/a.yaml", yaml("First"));
        watched.start();
        Files.delete(folder.resolve("comparisons/a.yaml"));
        eventually(() -> watched.files() == 0);
        assertThat(title()).isEqualTo("First");
    }

    @Test
    void a_file_that_somebody_writes_to_is_waited_for() throws IOException {
        var loading = new FolderLoading(loaded, Clock.systemUTC(), Duration.ofHours(1), 1_000_000);
        write("comparisons/a.yaml", yaml("Half"));
        assertThat(loading.load(FolderState.of(folder))).as("unsettled").isTrue();
        assertThat(drafts.find(slug)).isEmpty();
        write("comparisons/a.yaml", yaml("Whole"));
        assertThat(loading.load(FolderState.of(folder))).isTrue();
        assertThat(drafts.find(slug)).isEmpty();
        Files.setLastModifiedTime(
                folder.resolve("comparisons/a.yaml"),
                FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        assertThat(loading.load(FolderState.of(folder))).isFalse();
        assertThat(title()).isEqualTo("Whole");
    }

    @Test
    void two_replicas_with_one_folder_publish_once_and_an_older_folder_does_not_come_back() throws IOException {
        write("comparisons/a.yaml", yaml("First"));
        var one = new FolderLoading(loaded, Clock.systemUTC(), Duration.ZERO, 1_000_000);
        var other = new FolderLoading(loaded, Clock.systemUTC(), Duration.ZERO, 1_000_000);
        var older = FolderState.of(folder);
        one.load(older);
        other.load(older);
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100)).hasSize(1);
        var newer = folder.resolve("newer");
        Files.createDirectories(newer.resolve("comparisons"));
        Files.writeString(newer.resolve("comparisons/a.yaml"), yaml("Second"));
        one.load(FolderState.of(newer));
        other.load(FolderState.of(folder));
        assertThat(title()).isEqualTo("Second");
        other.load(FolderState.of(newer));
        assertThat(revisions.history(slug, Integer.MAX_VALUE, 100)).hasSize(2);
    }

    @Test
    void two_files_of_one_slug_are_told() throws IOException {
        write("comparisons/a.yaml", yaml("First"));
        write("comparisons/b.yaml", yaml("Other"));
        watched.start();
        assertThat(title()).isEqualTo("First");
        assertThat(watched.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("comparisons/b.yaml");
            assertThat(fault.line()).isEqualTo(1);
        });
    }

    @Test
    void a_folder_that_is_not_there_ends_the_start() {
        assertThatThrownBy(() -> folder(folder.resolve("nowhere"), SETTLE).start())
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("tradeoff.content.folder")
                .hasMessageContaining("nowhere");
    }

    private static void eventually(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private Comparison draft() {
        return drafts.find(slug).orElseThrow().comparison();
    }

    private String title() {
        var history = revisions.history(slug, Integer.MAX_VALUE, 100);
        return history.isEmpty()
                ? ""
                : revisions
                        .find(slug, history.getFirst().revision())
                        .orElseThrow()
                        .comparison()
                        .title();
    }

    private static Comparison titled(Comparison c, String title) {
        return new Comparison(
                c.slug(),
                title,
                c.question(),
                c.summary(),
                c.tags(),
                c.options(),
                c.topics(),
                c.factors(),
                c.findings(),
                c.useCases(),
                c.claims(),
                c.sources(),
                c.faqs(),
                c.recommendations());
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String yaml(String title) {
        return """
                slug: %s
                title: %s
                question: Which of the two?
                summary: Two that differ in one thing.
                options:
                - {slug: a, technology: react, name: A}
                - {slug: b, technology: vue, name: B}
                topics: [{slug: performance, name: Performance}]
                factors:
                - slug: speed
                  name: Speed
                  topic: performance
                  question: How fast?
                  weight: 1
                  scale: {"1": slow, "3": fair, "5": fast}
                  assessments:
                  - {option: a, verdict: So so, score: 3, confidence: low, rationale: Made up}
                  - {option: b, verdict: So so, score: 3, confidence: low, rationale: Made up}
                """.formatted(slug, title);
    }
}
