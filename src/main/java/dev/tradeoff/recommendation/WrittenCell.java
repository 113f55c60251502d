package dev.tradeoff.recommendation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import dev.tradeoff.shared.json.JsonRules;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a contribution, but for its weight and its part of the score: all else is the same in every answer.
 *
 * @param untilWeight what stands before the weight
 * @param untilPart what stands between the weight and the part of the score
 */
record WrittenCell(SerializableString untilWeight, SerializableString untilPart, SerializableString rest) {

    private static final ObjectMapper JSON = JsonRules.apply(new ObjectMapper());
    private static final String WEIGHT = "\"weight\":";
    private static final String PART = "\"contribution\":";

    /** @param contribution with whatever weight, and no part of the score */
    static WrittenCell of(Contribution contribution) {
        var json = json(contribution);
        int weight = json.indexOf(WEIGHT) + WEIGHT.length();
        int afterWeight = json.indexOf(',', weight);
        int part = json.indexOf(PART, afterWeight) + PART.length();
        int afterPart = json.indexOf(',', part);
        return new WrittenCell(
                new SerializedString(json.substring(0, weight)),
                new SerializedString(json.substring(afterWeight, part)),
                new SerializedString(json.substring(afterPart)));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }

    /** @param weight in JSON */
    void write(JsonGenerator json, String weight, @Nullable Double part) throws IOException {
        json.writeRawValue(untilWeight);
        json.writeRaw(weight);
        json.writeRaw(untilPart);
        json.writeRaw(String.valueOf(part));
        json.writeRaw(rest);
    }
}
