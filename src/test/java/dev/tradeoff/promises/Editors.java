package dev.tradeoff.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Editors who work on the same draft at once, through whichever replica. */
final class Editors {

    private final List<Client> replicas;
    private final String comparison;

    Editors(Client... replicas) {
        this.replicas = List.of(replicas);
        this.comparison =
                "/api/v1/comparisons/crowd-" + UUID.randomUUID().toString().substring(0, 8);
        client(0).persist("PUT", draft(), "{\"title\": \"Crowd\"}").expect(201);
    }

    /**
     * Each adds so many members, some by POST with an Idempotency-Key, some by PUT with If-None-Match, and repeats what was
     * not answered. Then all of them are there, none twice, and the draft's version has moved with each.
     */
    void add(int editors, int each) {
        var began = Instant.now();
        var versions = Crowd.of(editors, editor -> () -> {
                    var acknowledged = new ArrayList<Long>();
                    for (int i = 0; i < each; i++) {
                        acknowledged.add(editor % 3 == 0 ? put(editor, i) : post(editor, i));
                    }
                    return acknowledged;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
        var took = Duration.between(began, Instant.now());
        System.out.printf(
                "%d editors through %d replicas added %d members in %.1f s, %.0f a second; %d requests were repeated%n",
                editors,
                replicas.size(),
                versions.size(),
                took.toMillis() / 1e3,
                versions.size() * 1e3 / took.toMillis(),
                replicas.stream().mapToInt(Client::repeated).sum());

        assertThat(versions).as("a version of its own for each").doesNotHaveDuplicates();
        for (var replica : replicas) {
            var draft = replica.get(draft()).expect(200);
            var questions = StreamSupport.stream(draft.json().get("faqs").spliterator(), false)
                    .map(faq -> faq.get("question").asText())
                    .toList();
            assertThat(questions).doesNotHaveDuplicates().hasSize(editors * each);
            assertThat(Set.copyOf(questions)).isEqualTo(expected(editors, each));
            assertThat(draft.version())
                    .as("the draft's version")
                    .isEqualTo(versions.stream().mapToLong(v -> v).max().orElseThrow());
        }
    }

    private static Set<String> expected(int editors, int each) {
        var all = new HashSet<String>();
        for (int editor = 0; editor < editors; editor++) {
            for (int i = 0; i < each; i++) {
                all.add(question(editor, i));
            }
        }
        return all;
    }

    private long put(int editor, int i) {
        var path = draft() + "/faqs/of-" + editor + "-" + i;
        var answer = client(editor + i).persist("PUT", path, body(editor, i), "If-None-Match", "*");
        boolean madeBefore = answer.status() == 412; // by a request whose answer was lost
        return (madeBefore ? client(editor).get(path).expect(200) : answer.expect(201)).version();
    }

    /** Repeated through the other replica now and then, as a balancer would. */
    private long post(int editor, int i) {
        var key = UUID.randomUUID().toString();
        var answer = client(editor + i).persist("POST", draft() + "/faqs", body(editor, i), "Idempotency-Key", key);
        if (i % 25 == 0) {
            var again =
                    client(editor + i + 1).persist("POST", draft() + "/faqs", body(editor, i), "Idempotency-Key", key);
            assertThat(again.expect(201).header("Location")).isEqualTo(answer.header("Location"));
        }
        return answer.expect(201).version();
    }

    /**
     * All of them count in one member: each reads it, and replaces it by the next number on the condition that it still is
     * what was read.
     *
     * @return how often somebody was refused, because somebody else was faster
     */
    int count(int editors, int each) {
        var path = draft() + "/faqs/counter";
        client(0).persist("PUT", path, counting(0), "If-None-Match", "*").expect(201);
        int refused = Crowd.of(editors, editor -> () -> {
                    int stale = 0;
                    for (int counted = 0; counted < each; ) {
                        var seen = client(editor + counted).get(path).expect(200);
                        int next = seen.json().get("answer").asInt() + 1;
                        var answer = client(editor + stale)
                                .persist("PUT", path, counting(next), "If-Match", seen.header("ETag"))
                                .expect(200, 412);
                        if (answer.status() == 200) {
                            counted++;
                        } else {
                            stale++;
                        }
                    }
                    return stale;
                })
                .stream()
                .mapToInt(stale -> stale)
                .sum();
        for (var replica : replicas) {
            assertThat(replica.get(path).expect(200).json().get("answer").asInt())
                    .isEqualTo(editors * each);
        }
        return refused;
    }

    private static String counting(int number) {
        return "{\"question\": \"How many?\", \"answer\": \"" + number + "\"}";
    }

    private static String question(int editor, int i) {
        return "Question " + i + " of editor " + editor + "?";
    }

    private static String body(int editor, int i) {
        return "{\"question\": \"" + question(editor, i) + "\", \"answer\": \"Because.\"}";
    }

    private String draft() {
        return comparison + "/draft";
    }

    private Client client(int turn) {
        return replicas.get(turn % replicas.size());
    }
}
