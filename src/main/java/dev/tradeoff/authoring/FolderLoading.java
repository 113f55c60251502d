package dev.tradeoff.authoring;

import dev.tradeoff.authoring.FolderState.Found;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.technology.Technology;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/**
 * Loads the files of a folder that have changed since they were looked at last, each on its own, so that a mistake in one
 * keeps no other from being loaded. A file counts as changed once nobody writes to it any longer. What fails is tried
 * again at each look, since what it lacks may have come meanwhile. Only what changed is loaded: of two replicas of which
 * one has the newer folder already, the other does not bring the older one back.
 */
final class FolderLoading {

    private static final Logger LOG = Logger.getLogger(FolderLoading.class);

    private final LoadedContent loaded;
    private final Clock clock;
    private final Duration settle;
    private final long largest;

    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, String> unsettled = new HashMap<>();
    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, List<ContentFault>> faults = new TreeMap<>();
    private final Map<String, List<String>> leftAlone = new TreeMap<>();
    private volatile Seen seen = new Seen(0, 0, List.of(), List.of());

    /** What others may know of it. */
    private record Seen(int files, int loaded, List<ContentFault> faults, List<String> leftAlone) {}

    FolderLoading(LoadedContent loaded, Clock clock, Duration settle, long largest) {
        this.loaded = loaded;
        this.clock = clock;
        this.settle = settle;
        this.largest = largest;
    }

    int files() {
        return seen.files();
    }

    /** Files that were loaded, whether or not something of them was left alone. */
    int loaded() {
        return seen.loaded();
    }

    List<ContentFault> faults() {
        return seen.faults();
    }

    List<String> leftAlone() {
        return seen.leftAlone();
    }

    /** @return whether somebody is still writing */
    boolean load(FolderState state) {
        forget(state);
        state.files().forEach((file, found) -> {
            if (found.size() > largest) {
                report(file, List.of(new ContentFault(file, 0, "", "is longer than tradeoff.import.max-size")));
            } else {
                look(file, found);
            }
        });
        var all = new ArrayList<>(state.unreadable());
        faults.values().forEach(all::addAll);
        seen = new Seen(
                state.files().size(),
                (int) digests.keySet().stream()
                        .filter(file -> !faults.containsKey(file))
                        .count(),
                List.copyOf(all),
                leftAlone.values().stream().flatMap(List::stream).toList());
        return !unsettled.isEmpty();
    }

    /** The folder is away: what was loaded from it stays, and its files are not taken for deleted. */
    void unreadable(IOException e) {
        var fault = new ContentFault(".", 0, "", String.valueOf(e.getMessage()));
        if (!seen.faults().contains(fault)) {
            LOG.warnf("The content folder cannot be read: %s", e.getMessage());
        }
        seen = new Seen(0, seen.loaded(), List.of(fault), seen.leftAlone());
    }

    private void forget(FolderState state) {
        var gone = new TreeSet<>(digests.keySet());
        gone.addAll(faults.keySet());
        gone.removeAll(state.files().keySet());
        gone.forEach(file -> {
            LOG.infof("%s is gone from the content folder; what was loaded from it stays", file);
            digests.remove(file);
            slugs.remove(file);
            faults.remove(file);
            leftAlone.remove(file);
        });
        unsettled.keySet().retainAll(state.files().keySet());
    }

    private void look(String file, Found found) {
        try {
            var bytes = Files.readAllBytes(found.path());
            var digest = digest(bytes);
            if (digest.equals(digests.get(file)) && !faults.containsKey(file) && !leftAlone.containsKey(file)) {
                unsettled.remove(file);
            } else if (isSettled(file, found, digest)) {
                unsettled.remove(file);
                load(file, found.isJson() ? KnowledgeDocument.json(bytes) : KnowledgeDocument.yaml(bytes));
                digests.put(file, digest);
            } else {
                unsettled.put(file, digest);
            }
        } catch (IOException e) { // gone since, or closed to us
            report(file, List.of(new ContentFault(file, 0, "", "cannot be read")));
        }
    }

    /** It was written to a while ago, by the clock of the file system; or it is as it was a while ago. */
    private boolean isSettled(String file, Found found, String digest) {
        var age = Duration.between(found.modified(), clock.instant());
        return age.compareTo(settle) >= 0 || digest.equals(unsettled.get(file)) || digest.equals(digests.get(file));
    }

    private void load(String file, KnowledgeDocument document) {
        try {
            var contents = new Contents(file);
            document.read(contents);
            var left = contents.isTechnologies() ? technologies(contents) : comparison(file, contents);
            report(file, List.of());
            leftAlone(file, left);
        } catch (Refused e) {
            report(file, faults(file, document, e.problem()));
        } catch (RuntimeException e) { // whatever it was, the other files must go on
            var fault = List.of(new ContentFault(file, 0, "", "could not be stored; it is tried again"));
            LOG.logf(fault.equals(faults.get(file)) ? Level.DEBUG : Level.WARN, e, "%s could not be stored", file);
            report(file, fault);
        }
    }

    private List<String> technologies(Contents contents) {
        return loaded.technologies(ContentSource.FOLDER, contents.technologies);
    }

    private List<String> comparison(String file, Contents contents) {
        var comparison = contents.comparison();
        var other = slugs.entrySet().stream()
                .filter(known -> known.getValue().equals(comparison.slug())
                        && !known.getKey().equals(file))
                .map(Map.Entry::getKey)
                .findFirst();
        if (other.isPresent()) {
            throw refused("/slug", "is that of " + other.get() + " already: " + comparison.slug());
        }
        slugs.put(file, comparison.slug());
        return switch (loaded.comparison(ContentSource.FOLDER, comparison)) {
            case PUBLISHED -> {
                LOG.infof("Published %s from the content folder (%s)", comparison.slug(), file);
                yield List.of();
            }
            case AS_IT_IS -> List.of();
            case LEFT_ALONE -> List.of(comparison.slug());
        };
    }

    private static List<ContentFault> faults(String file, KnowledgeDocument document, Problem problem) {
        var flaws =
                switch (problem) {
                    case Problem.InvalidBody invalid -> invalid.errors();
                    case Problem.BrokenRules broken -> broken.errors();
                    default -> List.<Problem.Flaw>of();
                };
        if (flaws.isEmpty()) {
            return List.of(new ContentFault(file, 0, "", problem.detail()));
        }
        var lines = document.lines(flaws.stream().map(Problem.Flaw::pointer).collect(Collectors.toSet()));
        return flaws.stream()
                .map(flaw ->
                        new ContentFault(file, lines.getOrDefault(flaw.pointer(), 0), flaw.pointer(), flaw.detail()))
                .toList();
    }

    private void report(String file, List<ContentFault> found) {
        var before = found.isEmpty() ? faults.remove(file) : faults.put(file, found);
        if (!found.isEmpty() && !found.equals(before)) {
            found.forEach(fault -> LOG.warnf("Not loaded from the content folder: %s", fault));
        } else if (found.isEmpty() && before != null) {
            LOG.infof("%s is in order again", file);
        }
    }

    private void leftAlone(String file, List<String> left) {
        var before = left.isEmpty() ? leftAlone.remove(file) : leftAlone.put(file, left);
        if (!left.isEmpty() && !left.equals(before)) {
            LOG.warnf(
                    "%s was edited here and is left alone; the content folder (%s) says otherwise",
                    String.join(", ", left), file);
        }
    }

    private static Refused refused(String pointer, String detail) {
        return new Problem.InvalidBody(detail, List.of(new Problem.Flaw(pointer, detail))).refused();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What one file holds: the list of technologies, or one comparison. */
    private static final class Contents implements KnowledgeDocument.Reader {

        private final String file;
        private final List<Technology> technologies = new ArrayList<>();
        private final List<Comparison> comparisons = new ArrayList<>();

        Contents(String file) {
            this.file = file;
        }

        boolean isTechnologies() {
            return FolderState.isTechnologies(file);
        }

        Comparison comparison() {
            if (comparisons.isEmpty()) {
                throw refused("", "holds no comparison");
            }
            return comparisons.getFirst();
        }

        @Override
        public void technology(Technology technology) {
            if (!isTechnologies()) {
                throw refused("/technologies", "belong into technologies.yaml; a comparison is expected here");
            }
            technologies.add(technology);
        }

        @Override
        public void comparison(String pointer, ComparisonDocument document) {
            if (isTechnologies()) {
                throw refused(pointer, "is no list of technologies; comparisons belong into the folder comparisons");
            }
            if (!pointer.isEmpty()) {
                throw refused(pointer, "is part of an export; a file here holds one comparison");
            }
            comparisons.add(document.comparison());
        }
    }
}
