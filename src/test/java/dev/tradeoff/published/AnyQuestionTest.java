package dev.tradeoff.published;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradeoff.search.KnowledgeIndex;
import dev.tradeoff.search.Wanted;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked is answered, and what is marked lies within what is shown. */
class AnyQuestionTest {

    private static final KnowledgeIndex.State FIRST = first();
    private static final List<String> PIECES = List.of(
            "python",
            "pyhton",
            "node.js",
            "c++",
            "async/await",
            "event loop",
            "eventloop",
            "gil",
            "the",
            "which",
            "thr",
            "\"",
            "-",
            " ",
            "  ",
            "*",
            "(",
            "“",
            "”",
            "👩‍💻",
            "هل",
            "数据",
            "é",
            "-django",
            "\"web framework\"",
            ".",
            "_",
            "zzzz",
            "55,200",
            "\t",
            "\u200B",
            "\u0301");

    @Provide
    Arbitrary<String> questions() {
        var pieces = Arbitraries.of(PIECES).list().ofMaxSize(20).map(all -> String.join("", all));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(200));
    }

    @Property(tries = 1_000)
    void any_question_is_answered(@ForAll("questions") String q) {
        var found = FirstIndex.find(FIRST, q, 20);
        assertThat(found.hits()).hasSizeLessThanOrEqualTo(20);
        assertThat(found.suggestions()).hasSizeLessThanOrEqualTo(6);
        for (var hit : found.hits()) {
            assertThat(hit.text().length()).isLessThanOrEqualTo(280);
            int before = 0;
            boolean title = true;
            for (var mark : hit.highlights()) {
                before = mark.inTitle() == title ? before : 0;
                title = mark.inTitle();
                assertThat(mark.start()).isGreaterThanOrEqualTo(before);
                assertThat(mark.end()).isBetween(mark.start() + 1, (title ? hit.title() : hit.text()).length());
                before = mark.end();
            }
        }
    }

    @Property(tries = 200)
    void a_list_finds_what_a_search_finds_of_its_kind(@ForAll("questions") String q) {
        var faqs = Map.of(Filters.KIND, Set.of(ListKind.FAQ.slug()));
        var listed = FIRST.search(new Wanted(faqs, q), null, 100);
        var found = FIRST.find(new Wanted(Map.of(), q), faqs, null, 100);
        assertThat(listed.total()).isEqualTo(found.total());
    }

    private static KnowledgeIndex.State first() {
        try {
            return FirstIndex.state();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
