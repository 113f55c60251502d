package dev.tradeoff.authoring;

import dev.tradeoff.database.Sequences;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import dev.tradeoff.technology.TechnologyRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The content that comes with the program: loaded and published at first start, brought up to date by a newer program,
 * and never laid over what somebody has edited since.
 */
@ApplicationScoped
public class BundledContent {

    static final String AUTHOR = "tradeoff";

    private static final long LOADING = 0x7472_6164_656f_6601L;

    private static final Logger LOG = Logger.getLogger(BundledContent.class);

    private final EntityManager database;
    private final Technologies technologies;
    private final Drafts drafts;
    private final Publisher publisher;
    private final Sequences sequences;
    private final KnowledgeJson json;

    BundledContent(
            EntityManager database,
            Technologies technologies,
            Drafts drafts,
            Publisher publisher,
            Sequences sequences,
            KnowledgeJson json) {
        this.database = database;
        this.technologies = technologies;
        this.drafts = drafts;
        this.publisher = publisher;
        this.sequences = sequences;
        this.json = json;
    }

    /**
     * Loads what is new, all or nothing. Two replicas that start at once do it one after the other.
     *
     * @throws IOException if a content file cannot be read or breaks a rule
     */
    @Transactional(rollbackOn = {IOException.class, RuntimeException.class})
    public void load() throws IOException {
        sequences.lock(LOADING);
        var comparisons = ContentFile.contents().comparisons();
        // Rows first, then the lock that orders changes, as publishing does it: else the two could wait for each other.
        comparisons.forEach(name -> database.find(StoredComparison.class, name, LockModeType.PESSIMISTIC_WRITE));
        technologies(ContentFile.technologies());
        for (var name : comparisons) {
            comparison(name, ContentFile.comparison(name));
        }
    }

    private void technologies(List<Technology> bundled) throws IOException {
        refuse("technologies.yaml", TechnologyRules.check(bundled));
        var versions = technologies.versions();
        var records = database.createQuery(
                        "from BundledContentRecord where id.kind = 'technology'", BundledContentRecord.class)
                .getResultStream()
                .collect(Collectors.toMap(loaded -> loaded.id.slug(), loaded -> loaded));
        for (var technology : bundled) {
            var loaded = records.get(technology.slug());
            var digest = digest(technology);
            var version = versions.get(technology.slug());
            boolean wanted = loaded == null
                    ? version == null
                    : loaded.isOutdated(digest) && Objects.equals(version, loaded.version);
            if (wanted) {
                record("technology", technology.slug(), digest, technologies.put(technology));
            }
        }
    }

    private void comparison(String name, Comparison comparison) throws IOException {
        if (!name.equals(comparison.slug())) {
            throw new IOException(
                    "the content file " + name + ".yaml is named otherwise than its slug " + comparison.slug());
        }
        var loaded = loaded("comparison", comparison.slug());
        var digest = digest(comparison);
        var stored = database.find(StoredComparison.class, comparison.slug());
        if (loaded == null) {
            if (stored == null) {
                publish(comparison, digest, "Comes with the program");
            }
        } else if (loaded.isOutdated(digest)) {
            if (stored != null && Objects.equals(stored.draftVersion, loaded.version)) {
                publish(comparison, digest, "Comes with a newer program");
            } else {
                LOG.infof("%s was edited here and is left alone; the program has newer content", comparison.slug());
            }
        }
    }

    private void publish(Comparison comparison, String digest, String message) throws IOException {
        long version = drafts.replace(comparison);
        try {
            publisher
                    .publishChanges(comparison.slug(), message, AUTHOR)
                    .ifPresent(publication -> LOG.infof("Published %s", publication.comparison()));
        } catch (Refused e) {
            if (e.problem() instanceof Problem.NotPublishable broken) {
                refuse(
                        comparison.slug() + ".yaml",
                        broken.errors().stream()
                                .map(flaw -> new Violation(flaw.pointer(), flaw.detail()))
                                .toList());
            }
            throw e;
        }
        record("comparison", comparison.slug(), digest, version);
    }

    private static void refuse(String file, List<Violation> violations) throws IOException {
        if (!violations.isEmpty()) {
            throw new IOException("the content file " + file + " breaks rules: "
                    + violations.stream()
                            .map(v -> v.pointer() + " " + v.detail())
                            .collect(Collectors.joining("; ")));
        }
    }

    private @Nullable BundledContentRecord loaded(String kind, String slug) {
        return database.find(BundledContentRecord.class, new BundledContentRecord.Id(kind, slug));
    }

    private void record(String kind, String slug, String digest, long version) {
        var id = new BundledContentRecord.Id(kind, slug);
        var entry = database.find(BundledContentRecord.class, id);
        if (entry == null) {
            entry = new BundledContentRecord(id);
        }
        entry.digest = digest;
        entry.version = version;
        database.persist(entry);
    }

    /** Of the content and not of the file, so that a comment or an indent in the YAML is no change. */
    private String digest(Object content) {
        try {
            var bytes = json.write(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
