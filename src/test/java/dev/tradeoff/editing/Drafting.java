package dev.tradeoff.editing;

import static dev.tradeoff.contract.Service.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Small comparisons over HTTP, as editors and publishers write them. */
final class Drafting {

    private Drafting() {}

    static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String path(String slug) {
        return "/api/v1/comparisons/" + slug;
    }

    static String draft(String slug) {
        return path(slug) + "/draft";
    }

    static RequestSpecification editor() {
        return as("editor").contentType("application/json");
    }

    static RequestSpecification publisher() {
        return as("publisher").contentType("application/json");
    }

    static RequestSpecification admin() {
        return as("admin").contentType("application/json");
    }

    /** A draft that can be published: two options, one factor. */
    static String whole(int score) {
        return """
                {"title": "A or B", "question": "Which of the two?", "summary": "Two that differ in one thing.",
                 "tags": ["test"],
                 "options": [{"slug": "a", "technology": "react", "name": "A"},
                             {"slug": "b", "technology": "vue", "name": "B"}],
                 "topics": [{"slug": "performance", "name": "Performance"}],
                 "factors": [{"slug": "speed", "name": "Speed", "topic": "performance", "question": "How fast?", "weight": 1,
                   "scale": {"1": "slow", "3": "fair", "5": "fast"},
                   "assessments": [
                     {"option": "a", "verdict": "So so", "score": %d, "confidence": "low", "rationale": "Made up"},
                     {"option": "b", "verdict": "So so", "score": 3, "confidence": "low", "rationale": "Made up"}]}]}
                """.formatted(score);
    }

    /** Begins a comparison and returns its slug. */
    static String drafted(String name) {
        var slug = fresh(name);
        editor().body(whole(3)).put(draft(slug)).then().statusCode(201);
        return slug;
    }

    static String published(String name) {
        var slug = drafted(name);
        publish(slug, "First").then().statusCode(201);
        return slug;
    }

    /** Replaces the draft by one with that score. */
    static void rescore(String slug, int score) {
        editor().header("If-Match", tag(draft(slug)))
                .body(whole(score))
                .put(draft(slug))
                .then()
                .statusCode(200);
    }

    static Response publish(String slug, String message) {
        return publisher()
                .header("If-Match", tag(draft(slug)))
                .body("{\"message\": \"" + message + "\"}")
                .post(path(slug) + "/revisions");
    }

    static String tag(String address) {
        return editor().get(address).header("ETag");
    }
}
