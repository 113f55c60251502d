package dev.tradeoff.recommendation;

import dev.tradeoff.recommendation.TailoredRecommendation.Contribution;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a contribution, but for its weight and its part of the score: all else is the same in every answer.
 *
 * @param untilWeight what stands before the weight
 * @param untilPart what stands between the weight and the part of the score
 */
record WrittenCell(byte[] untilWeight, byte[] untilPart, byte[] rest) {

    private static final String WEIGHT = "\"weight\":";
    private static final String PART = "\"contribution\":";

    /** @param contribution with whatever weight, and no part of the score */
    static WrittenCell of(Contribution contribution) {
        var json = new String(AnswerJson.byJackson(contribution), StandardCharsets.UTF_8);
        int weight = json.indexOf(WEIGHT) + WEIGHT.length();
        int afterWeight = json.indexOf(',', weight);
        int part = json.indexOf(PART, afterWeight) + PART.length();
        int afterPart = json.indexOf(',', part);
        return new WrittenCell(
                bytes(json.substring(0, weight)),
                bytes(json.substring(afterWeight, part)),
                bytes(json.substring(afterPart)));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    void write(JsonText json, double weight, @Nullable Double part) {
        json.raw(untilWeight).figure(weight).raw(untilPart);
        if (part == null) {
            json.raw("null");
        } else {
            json.figure(part);
        }
        json.raw(rest);
    }
}
