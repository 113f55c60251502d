package dev.tradeoff.authoring;

import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.problem.Refused;
import dev.tradeoff.technology.TechnologyRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The content that comes with the program: loaded and published at first start, brought up to date by a newer program,
 * and never laid over what somebody has edited since.
 */
@ApplicationScoped
public class BundledContent {

    static final String AUTHOR = "tradeoff";

    private static final Logger LOG = Logger.getLogger(BundledContent.class);

    private final LoadedContent loaded;
    private final boolean wanted;

    BundledContent(LoadedContent loaded, @ConfigProperty(name = "tradeoff.content.bundled") boolean wanted) {
        this.loaded = loaded;
        this.wanted = wanted;
    }

    /**
     * Loads what is new, all or nothing, unless the service is to begin empty. Two replicas that start at once do it one
     * after the other. Files that this database has taken in as a whole are not even read: that would be a fifth of a start.
     *
     * @throws IOException if a content file cannot be read or breaks a rule
     */
    @Transactional(rollbackOn = {IOException.class, RuntimeException.class})
    public void load() throws IOException {
        if (!wanted) {
            return;
        }
        var digest = ContentFile.digest();
        if (loaded.isWhole(ContentSource.PROGRAM, digest)) {
            return;
        }
        var names = ContentFile.comparisons();
        loaded.lock(Set.copyOf(names));
        var technologies = ContentFile.technologies();
        var broken = TechnologyRules.check(technologies);
        if (!broken.isEmpty()) { // among themselves, whatever else there is in this database
            throw brokenRules(
                    "technologies.yaml",
                    broken.stream()
                            .map(v -> new Problem.Flaw(v.pointer(), v.detail()))
                            .toList());
        }
        boolean whole = told("technologies.yaml", () -> loaded.technologies(ContentSource.PROGRAM, technologies))
                .isEmpty();
        for (var name : names) {
            whole &= comparison(name) != LoadedContent.Outcome.LEFT_ALONE;
        }
        if (whole) { // else what was left alone may be taken next time, when its editor has put it back
            loaded.rememberWhole(ContentSource.PROGRAM, digest);
        }
    }

    private LoadedContent.Outcome comparison(String name) throws IOException {
        var comparison = ContentFile.comparison(name);
        if (!name.equals(comparison.slug())) {
            throw new IOException(
                    "the content file " + name + ".yaml is named otherwise than its slug " + comparison.slug());
        }
        var outcome = told(name + ".yaml", () -> loaded.comparison(ContentSource.PROGRAM, comparison));
        switch (outcome) {
            case PUBLISHED -> LOG.infof("Published %s", name);
            case LEFT_ALONE -> LOG.infof("%s was edited here and is left alone; the program has newer content", name);
            case AS_IT_IS -> {}
        }
        return outcome;
    }

    private static <T> T told(String file, Supplier<T> work) throws IOException {
        try {
            return work.get();
        } catch (Refused e) {
            if (e.problem() instanceof Problem.BrokenRules broken) {
                throw brokenRules(file, broken.errors());
            }
            throw e;
        }
    }

    private static IOException brokenRules(String file, List<Problem.Flaw> flaws) {
        return new IOException("the content file " + file + " breaks rules: "
                + flaws.stream()
                        .map(flaw -> flaw.pointer() + " " + flaw.detail())
                        .collect(Collectors.joining("; ")));
    }
}
