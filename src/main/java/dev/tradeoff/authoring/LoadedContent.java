package dev.tradeoff.authoring;

import dev.tradeoff.access.Audit;
import dev.tradeoff.database.Sequences;
import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.PublicationRules;
import dev.tradeoff.technology.Technologies;
import dev.tradeoff.technology.Technology;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Content from outside, brought up to date and never laid over what somebody has edited since. What was loaded is
 * remembered by its digest and by the version in which loading left it: what has another version, and does not say again
 * what was loaded, was edited. What has come to say the same as its source, whoever wrote it, counts as loaded.
 */
@ApplicationScoped
class LoadedContent {

    private static final long LOADING = 0x7472_6164_656f_6601L;
    private static final String TECHNOLOGY = "technology";
    private static final String COMPARISON = "comparison";
    private static final String SOURCE = "source";
    private static final String UNPUBLISHED = "";

    private static final String LOADED = "select digest from loaded_content where kind = ? and slug = ?";

    private final EntityManager database;
    private final Statements statements;
    private final Technologies technologies;
    private final Drafts drafts;
    private final Publisher publisher;
    private final Sequences sequences;
    private final KnowledgeJson json;
    private final Audit audit;

    LoadedContent(
            EntityManager database,
            Statements statements,
            Technologies technologies,
            Drafts drafts,
            Publisher publisher,
            Sequences sequences,
            KnowledgeJson json,
            Audit audit) {
        this.database = database;
        this.statements = statements;
        this.technologies = technologies;
        this.drafts = drafts;
        this.publisher = publisher;
        this.sequences = sequences;
        this.json = json;
        this.audit = audit;
    }

    /** What became of a comparison. */
    enum Outcome {
        PUBLISHED,
        /** It was loaded before, is the business of another source, or says what there is already. */
        AS_IT_IS,
        /** Somebody has edited or archived it. */
        LEFT_ALONE
    }

    /**
     * Replicas that load at once do it one after the other; and as everybody who writes locks rows before technologies, and
     * both before the lock that orders changes, rows are locked here, and those made that loading will fill.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(Set<String> comparisons) {
        sequences.lock(LOADING);
        for (var slug : new TreeSet<>(comparisons)) {
            var stored = database.find(StoredComparison.class, slug, LockModeType.PESSIMISTIC_WRITE);
            if (stored == null && piece(COMPARISON, slug) == null) { // else it was loaded, and somebody has removed it
                drafts.claim(slug);
            }
        }
    }

    /**
     * Loads technologies, all or nothing.
     *
     * @return the slugs of those that were edited since and are left alone
     * @throws dev.tradeoff.shared.problem.Refused if rules would be broken; the pointers lead into the list
     */
    @Transactional
    public List<String> technologies(ContentSource source, List<Technology> content) {
        lock(Set.of());
        technologies.lock();
        var incoming = technologies.compare(content);
        var flaws = new Flaws();
        flaws.addAll("", incoming.violations());
        flaws.refuse("The list of technologies");
        var known = technologies.allKnown().stream()
                .collect(Collectors.toMap(k -> k.technology().slug(), Function.identity()));
        var pieces = database.createQuery("from LoadedPiece where id.kind = '" + TECHNOLOGY + "'", LoadedPiece.class)
                .getResultStream()
                .collect(Collectors.toMap(piece -> piece.id.slug(), Function.identity()));
        var same = incoming.unchanged().stream().map(Technology::slug).collect(Collectors.toSet());
        var wanted = new ArrayList<Technology>();
        var digests = new LinkedHashMap<String, String>();
        var leftAlone = new ArrayList<String>();
        for (var technology : content) {
            var slug = technology.slug();
            var digest = digest(technology);
            var before = known.get(slug);
            var now =
                    before == null ? null : new Now(before.version(), digest(before.technology()), same.contains(slug));
            switch (decide(source, pieces.get(slug), digest, now)) {
                case LOAD -> {
                    wanted.add(technology);
                    digests.put(slug, digest);
                }
                case REMEMBER ->
                    remember(
                            source,
                            TECHNOLOGY,
                            slug,
                            digest,
                            Objects.requireNonNull(now).version());
                case LEAVE_ALONE -> leftAlone.add(slug);
                case PASS_OVER -> {}
            }
        }
        Map<String, Long> written = technologies.putAll(wanted);
        digests.forEach((slug, digest) -> {
            remember(source, TECHNOLOGY, slug, digest, Objects.requireNonNull(written.get(slug)));
            audit(source, "/api/v1/technologies/" + slug);
        });
        return leftAlone;
    }

    /**
     * Loads a comparison and publishes it.
     *
     * @throws dev.tradeoff.shared.problem.Refused if it breaks rules; the pointers lead into it
     */
    @Transactional
    public Outcome comparison(ContentSource source, Comparison content) {
        var flaws = new Flaws();
        flaws.addAll("", PublicationRules.check(content, technologies.slugs()));
        flaws.refuse("The comparison");
        var slug = content.slug();
        lock(Set.of(slug));
        var digest = digest(content);
        var stored = database.find(StoredComparison.class, slug);
        var now = stored == null ? null : now(stored, content);
        var decision = stored != null && stored.archivedAt != null && (now == null || !now.same())
                ? Decision.LEAVE_ALONE
                : decide(source, piece(COMPARISON, slug), digest, now);
        return switch (decision) {
            case LOAD -> {
                var message = now == null ? source.first() : source.newer();
                long loaded = drafts.replace(content);
                boolean published =
                        publisher.publishChanges(slug, message, source.author()).isPresent();
                remember(source, COMPARISON, slug, digest, loaded);
                audit(source, "/api/v1/comparisons/" + slug);
                yield published ? Outcome.PUBLISHED : Outcome.AS_IT_IS;
            }
            case REMEMBER -> {
                remember(
                        source,
                        COMPARISON,
                        slug,
                        digest,
                        Objects.requireNonNull(now).version());
                yield Outcome.AS_IT_IS;
            }
            case LEAVE_ALONE -> Outcome.LEFT_ALONE;
            case PASS_OVER -> Outcome.AS_IT_IS;
        };
    }

    /** Whether all that a source has, files of that digest, has been taken in before, nothing left out. */
    boolean isWhole(ContentSource source, String digest) {
        return statements
                .first(LOADED, row -> row.getString("digest"), SOURCE, source.name())
                .filter(digest::equals)
                .isPresent();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void rememberWhole(ContentSource source, String digest) {
        remember(source, SOURCE, source.name(), digest, 0);
    }

    private @Nullable Now now(StoredComparison stored, Comparison content) {
        var draft = drafts.draft(stored).orElse(null);
        if (draft == null) {
            return null;
        }
        boolean published = publisher.isLatest(stored, draft.comparison());
        return new Now(
                draft.version(),
                published ? digest(draft.comparison()) : UNPUBLISHED,
                published && draft.comparison().equals(content));
    }

    /** What the program brings along is no one's doing. */
    private void audit(ContentSource source, String target) {
        if (source != ContentSource.PROGRAM) {
            audit.record("loadContent", target, Map.of("author", source.author()));
        }
    }

    private enum Decision {
        LOAD,
        /** Nothing is to be written, but it counts as loaded. */
        REMEMBER,
        LEAVE_ALONE,
        PASS_OVER
    }

    /**
     * A piece as it is now.
     *
     * @param digest of what it says; that of no content if its draft has changes that are not published
     * @param same whether it says already what the source says
     */
    private record Now(long version, String digest, boolean same) {

        /** Whether it is as loading left it, or has come to be so again. */
        boolean isUntouched(LoadedPiece piece) {
            return piece.version == version || piece.digest.equals(digest);
        }
    }

    /** @param now null if there is none */
    private static Decision decide(
            ContentSource source, @Nullable LoadedPiece piece, String digest, @Nullable Now now) {
        if (piece != null && piece.source.equals(source.name()) && piece.digest.equals(digest)) {
            return Decision.PASS_OVER;
        }
        if (piece != null && !piece.source.equals(source.name()) && !source.takesOver()) {
            return Decision.PASS_OVER;
        }
        if (now == null) {
            return piece == null || source.takesOver() ? Decision.LOAD : Decision.LEAVE_ALONE;
        }
        if (now.same()) {
            return Decision.REMEMBER;
        }
        return piece != null && now.isUntouched(piece) ? Decision.LOAD : Decision.LEAVE_ALONE;
    }

    private void remember(ContentSource source, String kind, String slug, String digest, long version) {
        var piece = piece(kind, slug);
        if (piece == null) {
            piece = new LoadedPiece(new LoadedPiece.Id(kind, slug));
        }
        piece.source = source.name();
        piece.digest = digest;
        piece.version = version;
        database.persist(piece);
    }

    private @Nullable LoadedPiece piece(String kind, String slug) {
        return database.find(LoadedPiece.class, new LoadedPiece.Id(kind, slug));
    }

    /**
     * Of the content and not of the file, so that a comment or an indent in the YAML is no change; and the same for what
     * comes back from the database, which keeps maps in an order of its own.
     */
    private String digest(Object content) {
        try {
            var bytes = json.sorted(content).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
