package dev.tradeoff.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Documents between records and the database, where only what these records wrote is kept. */
@Singleton
final class KnowledgeJson {

    private final ObjectMapper json;

    KnowledgeJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of knowledge can be written", e);
        }
    }

    <T> T read(String document, Class<T> type) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds a document that this program cannot read", e);
        }
    }
}
