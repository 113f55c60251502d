package dev.tradeoff.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.tradeoff.evidence.Evidence;
import dev.tradeoff.knowledge.Assessment;
import dev.tradeoff.knowledge.Comparison;
import dev.tradeoff.knowledge.Faq;
import dev.tradeoff.knowledge.Weakness;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** JSON as readers get it: FAQs and assessments tell which of their claims are weak. */
@Singleton
final class ReadersJson {

    private final ObjectMapper json;
    private final ObjectReader comparisons;

    ReadersJson(ObjectMapper json) {
        this.json = json.copy()
                .addMixIn(Assessment.class, TellingWeakClaims.class)
                .addMixIn(Faq.class, TellingWeakClaims.class);
        this.comparisons = json.readerFor(Comparison.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @JsonAppend(
            props =
                    @JsonAppend.Prop(
                            name = Weakness.FIELD,
                            value = WeakClaims.class,
                            type = List.class,
                            include = JsonInclude.Include.NON_EMPTY))
    private interface TellingWeakClaims {}

    byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    /** @param evidence on the comparison that the value is from */
    byte[] bytes(Object value, Evidence evidence) {
        try {
            return json.writer().withAttribute(Evidence.class, evidence).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(e);
        }
    }

    /** What was written as a whole comparison; what is only told to readers is passed over. */
    Comparison comparison(byte[] whole) {
        try {
            return comparisons.readValue(whole);
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    ObjectNode tree(Object value) {
        return json.valueToTree(value);
    }

    /** @param evidence on the comparison that the value is from */
    ObjectNode tree(Object value, Evidence evidence) {
        try (var tokens = new TokenBuffer(json, false)) {
            json.writer().withAttribute(Evidence.class, evidence).writeValue(tokens, value);
            return json.readTree(tokens.asParser());
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(IOException e) {
        return new IllegalStateException("a record of knowledge can be written", e);
    }
}
