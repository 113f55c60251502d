package dev.tradeoff;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between packages run one way, and the pure ones stay pure. */
class ArchitectureTest {

    private static final String ROOT = "dev.tradeoff";

    /** Which features a feature may use; everything may use {@code shared}. A new arrow is a decision, made here. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("", List.of("database")),
            entry("shared", List.of()),
            entry("database", List.of()),
            entry("knowledge", List.of()),
            entry("evidence", List.of("knowledge")),
            entry("technology", List.of("knowledge", "database")),
            entry("access", List.of("database")),
            entry("matrix", List.of("knowledge")),
            entry("recommendation", List.of("knowledge", "evidence", "mcda", "analysis", "published", "chart")),
            entry("embed", List.of("chart", "knowledge", "evidence", "published", "recommendation")),
            entry("assistant", List.of("knowledge", "evidence", "published", "recommendation")),
            entry("mcda", List.of()),
            entry("analysis", List.of("mcda")),
            entry("authoring", List.of("knowledge", "technology", "database", "access")),
            entry("editing", List.of("access", "knowledge", "evidence", "matrix", "technology", "authoring")),
            entry("portal", List.of("published", "technology")),
            entry("search", List.of()),
            entry(
                    "page",
                    List.of("knowledge", "evidence", "technology", "published", "analysis", "recommendation", "chart")),
            entry("chart", List.of()),
            entry("feed", List.of("published")),
            entry("webhook", List.of("feed", "published", "access", "database")),
            entry(
                    "published",
                    List.of("knowledge", "matrix", "evidence", "technology", "authoring", "database", "search")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void features_use_only_what_they_may() {
        var wrong = new TreeSet<String>();
        for (var type : CLASSES) {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT)) {
                    var from = feature(type);
                    var to = feature(target);
                    if (!from.equals(to)
                            && !to.equals("shared")
                            && !MAY_USE.get(from).contains(to)) {
                        wrong.add(type.getName() + " -> " + target.getName());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_feature_has_its_arrows_decided() {
        var features = new HashMap<String, JavaClass>();
        CLASSES.forEach(type -> features.put(feature(type), type));
        assertThat(MAY_USE.keySet()).isEqualTo(features.keySet());
    }

    @Test
    void there_is_no_circle_of_packages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void knowledge_and_evidence_are_pure() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".knowledge..", ROOT + ".evidence..")
                .and(areNotPartOf(ROOT + ".evidence.EvidenceConfiguration"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.net",
                        "java.text",
                        "java.time",
                        "java.util..",
                        "com.fasterxml.jackson.annotation..",
                        "org.eclipse.microprofile.openapi.annotations..",
                        "org.jspecify.annotations..",
                        ROOT + ".knowledge..",
                        ROOT + ".evidence..")
                .check(CLASSES);
    }

    @Test
    void decision_analysis_is_pure() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".mcda..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang..", "java.util..", "org.jspecify.annotations..", ROOT + ".mcda..")
                .check(CLASSES);
    }

    @Test
    void only_search_knows_lucene() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void only_the_clock_producer_reads_the_time_of_the_machine() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".shared.time.ClockProducer")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_decides_and_is_null_marked() {
        CLASSES.stream().map(JavaClass::getPackageName).distinct().forEach(name -> assertThat(
                        CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                .as(name)
                .isTrue());
    }

    @Test
    void no_class_is_called_by_a_suffix_that_says_nothing() {
        var empty = List.of("Impl", "Util", "Utils", "Helper", "Manager", "Dto", "Service");
        assertThat(CLASSES.stream().map(JavaClass::getSimpleName).filter(name -> empty.stream()
                        .anyMatch(name::endsWith)))
                .isEmpty();
    }

    /** The class of that name, and those within it. */
    private static DescribedPredicate<JavaClass> areNotPartOf(String name) {
        return DescribedPredicate.describe(
                "are not part of " + name,
                type -> !type.getName().equals(name) && !type.getName().startsWith(name + "$"));
    }

    private static String feature(JavaClass type) {
        return Arrays.stream(type.getPackageName().substring(ROOT.length()).split("\\."))
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
    }
}
