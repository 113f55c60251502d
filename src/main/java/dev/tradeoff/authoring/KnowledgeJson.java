package dev.tradeoff.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.inject.Singleton;

/**
 * Documents between records and the database. Reading passes over fields that it does not know: while replicas are
 * brought up to date one after the other, an older one meets what a newer one wrote.
 */
@Singleton
final class KnowledgeJson {

    private final ObjectMapper json;
    private final ObjectReader lenient;

    KnowledgeJson(ObjectMapper json) {
        this.json = json;
        this.lenient = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of knowledge can be written", e);
        }
    }

    /** Always the same for what is equal. */
    String sorted(Object document) {
        try {
            return json.writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of knowledge can be written", e);
        }
    }

    <T> T read(String document, Class<T> type) {
        try {
            return lenient.forType(type).readValue(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a document that this program cannot read", e);
        }
    }
}
