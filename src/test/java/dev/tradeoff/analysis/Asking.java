package dev.tradeoff.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.contract.Service;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** How tests ask for computations, and read what is answered. */
final class Asking {

    static final String ANALYSES = "/api/v1/analyses";
    static final String WEIGHTS = "/api/v1/weights";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Asking() {}

    static Response post(String address, String body) {
        return Service.request().contentType("application/json").body(body).post(address);
    }

    /** The answer of what is computed. */
    static JsonNode computed(String address, String body) {
        var response = post(address, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return tree(response.asString());
    }

    static JsonNode analysed(String body) {
        return computed(ANALYSES, body);
    }

    /** The places that are refused, by pointer, with what is said of each. */
    static TreeMap<String, String> refused(String address, String body, int status) {
        var response = post(address, body);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        var places = new TreeMap<String, String>();
        tree(response.asString())
                .path("errors")
                .forEach(error -> places.put(
                        error.path("pointer").asText(), error.path("detail").asText()));
        return places;
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    static double[] figures(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
