package dev.tradeoff.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tradeoff.authoring.ComparisonDocument;
import dev.tradeoff.authoring.Revisions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything published, as one document or a line for each comparison. It is written one comparison after the other from
 * one snapshot, and each of its revisions is read when its turn comes, so that memory holds one and readers of the export
 * see one moment. The same knowledge gives the same bytes.
 */
@Singleton
final class Export {

    /** To be raised when the same knowledge comes to be written otherwise, since tags are made of it. */
    private static final int FORMAT = 1;

    private final Revisions revisions;
    private final Records records;
    private final ObjectWriter json;

    Export(Revisions revisions, Records records, ObjectMapper json) {
        this.revisions = revisions;
        this.records = records;
        this.json = json.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    }

    /** Tells the bytes of one snapshot from those of any other. */
    static String tag(Snapshot snapshot, boolean lines, boolean history) {
        return snapshot.publications() + "-" + snapshot.technologyChange() + "-export" + FORMAT
                + (history ? "-history" : "") + (lines ? "-lines" : "");
    }

    void document(Snapshot snapshot, boolean history, OutputStream out) throws IOException {
        try (var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeArrayFieldStart("technologies");
            for (var known : snapshot.technologies().everyOne()) {
                json.writeValue(generator, known.technology());
            }
            generator.writeEndArray();
            generator.writeArrayFieldStart("comparisons");
            for (var latest : comparisons(snapshot)) {
                json.writeValue(generator, document(latest, history));
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    /** Each line is a document of its own, and can be imported as one. */
    void lines(Snapshot snapshot, boolean history, OutputStream out) throws IOException {
        var characters = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (var generator = json.withRootValueSeparator("").createGenerator(characters)) {
            for (var latest : comparisons(snapshot)) {
                json.writeValue(generator, document(latest, history));
                generator.writeRaw('\n');
            }
        }
    }

    private static List<Latest> comparisons(Snapshot snapshot) {
        return snapshot.comparisons().values().stream()
                .filter(latest -> !latest.archived())
                .sorted(Comparator.comparing(Latest::slug))
                .toList();
    }

    private ComparisonDocument document(Latest latest, boolean history) {
        var document = ComparisonDocument.of(records.passing(latest).comparison());
        return history ? document.with(new States(latest.slug(), latest.number())) : document;
    }

    /** All states of a comparison, oldest first: each is read when it is asked for, and kept by nobody. */
    private final class States extends AbstractList<ComparisonDocument> {

        private final String comparison;
        private final int latest;

        States(String comparison, int latest) {
            this.comparison = comparison;
            this.latest = latest;
        }

        @Override
        public ComparisonDocument get(int index) {
            return ComparisonDocument.of(revisions.find(comparison, index + 1).orElseThrow());
        }

        @Override
        public int size() {
            return latest;
        }
    }
}
