package dev.tradeoff.search;

import dev.tradeoff.search.KnowledgeIndex.Entry;
import dev.tradeoff.search.KnowledgeIndex.Manner;
import dev.tradeoff.search.KnowledgeIndex.Tag;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What a question costs in an index of 10,000 FAQs in 1,000 comparisons, with 8,000 factors and 4,000 use cases beside them:
 * the median CPU time of one thread for a page of 20, every question another one. src/bench/search.sh runs it.
 */
final class SearchBenchmark {

    private static final int COMPARISONS = 1_000;
    private static final int VOCABULARY = 6_000;
    private static final int WARM_UP = 8_000;
    private static final int MEASURED = 4_000;
    private static final int PAGE = 20;
    private static final Map<String, Set<String>> COUNTED =
            Map.of(KnowledgeIndex.KIND, Set.of(), "comparison", Set.of(), "technology", Set.of());

    private final Random random = new Random(1);
    private final String[] words = new String[VOCABULARY];
    private final double[] upTo = new double[VOCABULARY];

    private SearchBenchmark() {
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            words[i] = invented(i);
            sum += 1.0 / (i + 10); // as often as words of a language are (Zipf, 1935; Mandelbrot, 1953)
            upTo[i] = sum;
        }
    }

    public static void main(String[] args) throws IOException {
        var benchmark = new SearchBenchmark();
        var index = new KnowledgeIndex(Files.createTempDirectory("search-benchmark"));
        for (int i = 0; i < COMPARISONS; i++) {
            index.replace("comparison-" + i, benchmark.entries(i));
        }
        index.replace("/technologies", benchmark.technologies());
        index.gather();
        var state = index.state();
        benchmark.list(state, "two words", n -> benchmark.sentence(2));
        benchmark.list(state, "four words", n -> benchmark.sentence(4));
        benchmark.list(state, "a question of seven words", n -> "which is " + benchmark.sentence(7) + "?");
        benchmark.list(
                state,
                "a rare and a common word",
                n -> benchmark.words[5_000 + n % 1_000] + " " + benchmark.words[n % 20] + " ");
        benchmark.list(
                state, "the commonest words", n -> benchmark.words[n % 7] + " " + benchmark.words[7 + n % 5] + " ");
        benchmark.list(state, "a typo", n -> swapped(benchmark.words[200 + n % 5_000]) + " " + benchmark.word());
        benchmark.list(state, "a beginning", n -> benchmark.word() + " " + benchmark.words[n % 5_000].substring(0, 3));
        benchmark.list(state, "other names", n -> "t" + n % 200 + "s " + benchmark.word());
        benchmark.list(state, "a phrase", n -> benchmark.word() + " \"" + benchmark.sentence(2) + "\"");
        benchmark.list(state, "an exclusion", n -> benchmark.sentence(2) + " -" + benchmark.word());
        benchmark.list(state, "nothing that is there", n -> "xq" + n + "zz wq" + n + "yy");
        benchmark.find(state, "search, four words", n -> benchmark.sentence(4));
        benchmark.find(
                state, "search, the commonest words", n -> benchmark.words[n % 7] + " " + benchmark.words[7 + n % 5]);
    }

    private void list(KnowledgeIndex.State state, String kind, IntFunction<String> questions) {
        var filter = Map.of(KnowledgeIndex.KIND, Set.of("faq"));
        measure("faqs    " + kind, questions, q -> {
            int bytes = 0;
            for (var item : state.search(new Wanted(filter, q), null, PAGE).items()) {
                bytes += item.length;
            }
            return bytes;
        });
    }

    private void find(KnowledgeIndex.State state, String kind, IntFunction<String> questions) {
        measure("search  " + kind, questions, q -> state.find(new Wanted(Map.of(), q), COUNTED, null, PAGE)
                .hits()
                .size());
    }

    private interface Asked {
        int answer(String question);
    }

    private static void measure(String name, IntFunction<String> questions, Asked asked) {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new long[MEASURED];
        long bytes = 0;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            var question = questions.apply(i + WARM_UP);
            long before = threads.getCurrentThreadCpuTime();
            bytes += asked.answer(question);
            if (i >= 0) {
                times[i] = threads.getCurrentThreadCpuTime() - before;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-45s median %7.1f µs  mean %7.1f µs  p99 %7.1f µs   (%d bytes or hits)%n",
                name,
                times[MEASURED / 2] / 1e3,
                Arrays.stream(times).average().orElse(0) / 1e3,
                times[MEASURED * 99 / 100] / 1e3,
                bytes / (WARM_UP + MEASURED));
    }

    private List<Entry> entries(int comparison) {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 10; i++) {
            entries.add(entry("faq", comparison, i, Manner.ASKS, sentence(9) + "?", sentence(45)));
        }
        for (int i = 0; i < 8; i++) {
            entries.add(entry("factor", comparison, i, Manner.NAMES, sentence(3), sentence(60)));
        }
        for (int i = 0; i < 4; i++) {
            entries.add(entry("use-case", comparison, i, Manner.NAMES, sentence(4), sentence(40)));
        }
        return entries;
    }

    private Entry entry(String kind, int comparison, int number, Manner manner, String title, String body) {
        var slug = kind + "-" + number;
        var owner = "comparison-" + comparison;
        var technology = "t" + comparison % 200;
        var json = "{\"comparison\":\"" + owner + "\",\"slug\":\"" + slug + "\",\"question\":\"" + title
                + "\",\"answer\":\"" + body + "\"}";
        return new Entry(
                kind,
                kind + '\u0002' + owner + '\u0001' + slug,
                slug,
                title,
                manner,
                List.of(),
                body,
                technology,
                List.of(new Tag("comparison", owner, true), new Tag("technology", technology, true)),
                json.getBytes(StandardCharsets.UTF_8));
    }

    /** Each with a name that stands in texts and one that doesn't. */
    private List<Entry> technologies() {
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < 200; i++) {
            entries.add(new Entry(
                    "technology",
                    "technology" + '\u0002' + "t" + i,
                    "t" + i,
                    words[100 + i],
                    Manner.NAMES,
                    List.of("t" + i + "s", "t" + i),
                    sentence(12),
                    "",
                    List.of(new Tag("technology", "t" + i, true)),
                    new byte[0]));
        }
        return entries;
    }

    private String sentence(int length) {
        var sentence = new StringBuilder(word());
        for (int i = 1; i < length; i++) {
            sentence.append(' ').append(word());
        }
        return sentence.toString();
    }

    private String word() {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[VOCABULARY - 1]);
        return words[at < 0 ? -at - 1 : at];
    }

    /** Pronounceable, and no English. */
    private static String invented(int number) {
        var word = new StringBuilder();
        for (int rest = number + 400; rest > 0; rest /= 85) {
            word.append("bdfgklmnprstvwxzj".charAt(rest % 85 / 5)).append("aeiou".charAt(rest % 5));
        }
        return word.append('n').toString();
    }

    private static String swapped(String word) {
        return word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
    }
}
