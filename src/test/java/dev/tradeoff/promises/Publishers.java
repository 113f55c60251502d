package dev.tradeoff.promises;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Publishers who change drafts and publish them, each request with a key of its own, until it is answered. */
final class Publishers {

    /** A draft that can be published. */
    static final String WHOLE = """
            {"title": "A or B", "question": "Which of the two?", "summary": "Two that differ in one thing.", "tags": ["test"],
             "options": [{"slug": "a", "technology": "nodejs", "name": "A"}, {"slug": "b", "technology": "python", "name": "B"}],
             "topics": [{"slug": "performance", "name": "Performance"}],
             "factors": [{"slug": "speed", "name": "Speed", "topic": "performance", "question": "How fast?", "weight": 1,
               "scale": {"1": "slow", "3": "fair", "5": "fast"},
               "assessments": [{"option": "a", "verdict": "So so", "score": 3, "confidence": "low", "rationale": "Made up"},
                               {"option": "b", "verdict": "So so", "score": 3, "confidence": "low", "rationale": "Made up"}]}]}
            """;

    private Publishers() {}

    /**
     * A publication as its publisher was told of it.
     *
     * @param again repeats the request
     */
    record Acknowledged(
            String comparison,
            int revision,
            String message,
            String key,
            String answer,
            Supplier<Client.Answer> repetition) {

        Client.Answer again() {
            return repetition.get().expect(201);
        }
    }

    /** One of them. */
    static final class Publisher implements Runnable {

        private final int number;
        private final Client client;
        private final List<String> comparisons;
        private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        private volatile boolean stopped;

        Publisher(int number, Client client, List<String> comparisons) {
            this.number = number;
            this.client = client;
            this.comparisons = comparisons;
        }

        @Override
        public void run() {
            for (var comparison : comparisons) {
                client.persist(
                                "PUT",
                                faq(comparison),
                                "{\"question\": \"What is new?\", \"answer\": \"Nothing\"}",
                                "If-None-Match",
                                "*")
                        .expect(201, 412); // 412: made by a request whose answer was lost
            }
            for (int turn = 0; !stopped; turn++) {
                publish(comparisons.get((number + turn) % comparisons.size()), turn);
            }
        }

        void stop() {
            stopped = true;
        }

        Stream<Acknowledged> acknowledged() {
            return acknowledged.stream();
        }

        int repeated() {
            return client.repeated();
        }

        /** Changes something and publishes it; 422 tells that somebody else has published it along with theirs. */
        private void publish(String comparison, int turn) {
            var message = "Turn " + turn + " of publisher " + number;
            var faq = "{\"question\": \"What is new?\", \"answer\": \"" + message + "\"}";
            client.persist("PUT", faq(comparison), faq, "If-Match", "*").expect(200);
            while (!stopped) {
                var tag = client.get(comparison + "/draft").expect(200).header("ETag");
                if (publish(comparison, message, tag)) {
                    return;
                }
            }
        }

        private String faq(String comparison) {
            return comparison + "/draft/faqs/by-" + number;
        }

        /** @return whether nothing is left to publish */
        private boolean publish(String comparison, String message, String tag) {
            var key = UUID.randomUUID().toString();
            var body = "{\"message\": \"" + message + "\"}";
            var path = comparison + "/revisions";
            Supplier<Client.Answer> request =
                    () -> client.persist("POST", path, body, "If-Match", tag, "Idempotency-Key", key);
            var answer = request.get().expect(201, 412, 422);
            if (answer.status() == 201) {
                int revision = answer.json().get("revision").asInt();
                acknowledged.add(new Acknowledged(comparison, revision, message, key, answer.body(), request));
            }
            return answer.status() != 412;
        }
    }
}
