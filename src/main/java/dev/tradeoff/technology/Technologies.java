package dev.tradeoff.technology;

import dev.tradeoff.database.Announcements;
import dev.tradeoff.database.Sequences;
import dev.tradeoff.database.Statements;
import dev.tradeoff.knowledge.Violation;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.shared.web.Precondition;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The technologies there are. Who changes one has their lock, so that rules among all of them hold. */
@ApplicationScoped
public class Technologies implements PanacheRepositoryBase<StoredTechnology, String> {

    private static final long CHANGING = 0x7472_6164_656f_6674L;

    private static final String ALL = """
            select slug, name, kind, part_of, summary, url, version,
            array(select alias from technology_alias where technology = slug order by position) as aliases
            from technology order by slug""";

    private static final String LAST_CHANGE = """
            select greatest((select coalesce(max(last_change), 0) from technology),
            (select coalesce(max(change), 0) from removed_technology))""";

    private final Statements statements;
    private final Sequences sequences;
    private final Announcements announcements;
    private final Clock clock;

    Technologies(Statements statements, Sequences sequences, Announcements announcements, Clock clock) {
        this.statements = statements;
        this.sequences = sequences;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * A technology as it stands.
     *
     * @param version moves with each change of it, and is never used again
     */
    public record Known(Technology technology, long version) {}

    /** All of them, by slug. */
    public List<Technology> everyOne() {
        return allKnown().stream().map(Known::technology).toList();
    }

    /** All of them with their versions, by slug. */
    public List<Known> allKnown() {
        return statements.all(ALL, Technologies::known);
    }

    private static Known known(ResultSet row) throws SQLException {
        var technology = new Technology(
                row.getString("slug"),
                row.getString("name"),
                Technology.Kind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getString("part_of"),
                row.getString("summary"),
                row.getString("url"));
        return new Known(technology, row.getLong("version"));
    }

    @Transactional
    public Optional<Known> known(String slug) {
        return findByIdOptional(slug).map(stored -> new Known(stored.value(), stored.version));
    }

    /** The slugs of all. */
    @Transactional
    public Set<String> slugs() {
        return getEntityManager()
                .createQuery("select t.slug from StoredTechnology t", String.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The change with which the latest of them came or went; 0 if there are none. */
    public long lastChange() {
        return statements.first(LAST_CHANGE, row -> row.getLong(1)).orElseThrow();
    }

    /** Creates it or replaces what is known of it, and returns its new version. */
    @Transactional
    public long put(Technology technology) {
        var stored = findById(technology.slug());
        if (stored == null) {
            stored = new StoredTechnology(technology.slug());
        } else if (!stored.aliases.equals(technology.aliases())) {
            stored.aliases.clear(); // one that moves to another place would stand there twice for a moment
            flush();
        }
        stored.take(technology, sequences.nextVersion(), announcements.announce(), clock.instant());
        persist(stored);
        flush();
        return stored.version;
    }

    /** Keeps others from changing any until the transaction ends. Rows of comparisons are locked before, never after. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock() {
        sequences.lock(CHANGING);
    }

    /**
     * What becomes of these technologies, and which rules they would break, among those that there are. Who writes them
     * afterwards has the lock already.
     */
    @Transactional
    public Incoming compare(List<Technology> incoming) {
        return Incoming.among(everyOne(), incoming);
    }

    /**
     * Creates all of these or replaces what is known of them. An alias may move from one to another.
     *
     * @return their new versions, by slug
     */
    @Transactional
    public Map<String, Long> putAll(Collection<Technology> changed) {
        if (changed.isEmpty()) {
            return Map.of();
        }
        sequences.lock(CHANGING);
        Map<String, StoredTechnology> stored =
                list("slug in ?1", changed.stream().map(Technology::slug).toList()).stream()
                        .collect(Collectors.toMap(technology -> technology.slug, Function.identity()));
        for (var technology : changed) {
            var before = stored.get(technology.slug());
            if (before != null && !before.aliases.equals(technology.aliases())) {
                before.aliases.clear(); // all, before any is added: one that moves would stand there twice for a moment
            }
        }
        flush();
        long change = announcements.announce();
        var versions = new HashMap<String, Long>();
        for (var technology : changed) {
            var after = stored.computeIfAbsent(technology.slug(), StoredTechnology::new);
            after.take(technology, sequences.nextVersion(), change, clock.instant());
            persist(after);
            versions.put(after.slug, after.version);
        }
        flush();
        return versions;
    }

    /**
     * Creates or changes one technology.
     *
     * @param change makes what it shall be of what it is; null if there is none yet
     * @return null for a version if nothing was there before
     * @throws Refused if the condition on its version does not hold, or a rule among all technologies would be broken
     */
    @Transactional
    public Change change(String slug, UnaryOperator<@Nullable Technology> change, Precondition precondition) {
        sequences.lock(CHANGING);
        var before = known(slug);
        precondition.check(before.map(Known::version).orElse(null));
        var after = Objects.requireNonNull(
                change.apply(before.map(Known::technology).orElse(null)));
        refuse(after);
        return new Change(after, put(after), before.isEmpty());
    }

    /** What a change of a technology has left. */
    public record Change(Technology technology, long version, boolean created) {}

    /** @throws Refused if there is none, the condition does not hold, or something uses it: all that does is named */
    @Transactional
    public void remove(String slug, Precondition precondition) {
        sequences.lock(CHANGING);
        var stored = findById(slug);
        if (stored == null) {
            throw Problem.NotFound.of("technology", slug).refused();
        }
        precondition.check(stored.version);
        // The place in the order of changes before the row: as who publishes has them, else the two could wait for each
        // other. And before the question, so that nobody begins to use it in what is published after the answer.
        long change = announcements.announce();
        var uses = uses(slug);
        if (!uses.isEmpty()) {
            throw new Problem.StillReferenced(
                            "The technology " + slug + " is used by " + String.join(", ", uses) + ".",
                            uses.stream()
                                    .map(use -> new Problem.Flaw("", use + " uses it"))
                                    .toList())
                    .refused();
        }
        delete(stored);
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into removed_technology (slug, change) values (:slug, :change)
                        on conflict (slug) do update set change = excluded.change""")
                .setParameter("slug", slug)
                .setParameter("change", change)
                .executeUpdate();
    }

    private List<String> uses(String slug) {
        return getEntityManager()
                .createNativeQuery("""
                        select 'the technology ' || slug from technology where part_of = :slug
                        union all
                        select distinct 'the draft of ' || comparison from draft_member
                        where section = 'options' and document ->> 'technology' = :slug
                        or section = 'claims' and document ->> 'subject' = :slug
                        union all
                        select 'revision ' || number || ' of ' || comparison from revision_technology
                        where technology = :slug
                        order by 1""", String.class)
                .setParameter("slug", slug)
                .getResultList();
    }

    /** The rules hold among all of them. */
    private void refuse(Technology changed) {
        var all = new ArrayList<>(everyOne().stream()
                .filter(technology -> !technology.slug().equals(changed.slug()))
                .toList());
        var own = "/technologies/" + all.size(); // last, so that a name that is taken is said to be so here
        all.add(changed);
        var flaws = TechnologyRules.check(all).stream()
                .map(violation -> flaw(violation, own))
                .toList();
        if (!flaws.isEmpty()) {
            var first = flaws.getFirst();
            throw new Problem.BrokenRules(first.pointer() + " " + first.detail() + ".", flaws).refused();
        }
    }

    private static Problem.Flaw flaw(Violation violation, String own) {
        return violation.pointer().startsWith(own + "/")
                ? new Problem.Flaw(violation.pointer().substring(own.length()), violation.detail())
                : new Problem.Flaw("/slug", "is a name of another technology already");
    }
}
