package dev.tradeoff.analysis;

import dev.tradeoff.shared.problem.Flaws;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parameters of methods, as they are sent and, with all defaults, echoed. */
@Schema(
        name = "Parameters",
        description =
                "Parameters of methods. Those of others than the one asked for count where the methods are compared.")
record Parameters(
        @Schema(
                description = "VIKOR: the weight of the strategy of the majority of criteria.",
                minimum = "0",
                maximum = "1",
                defaultValue = "0.5")
        Double v,

        @Schema(
                description =
                        "PROMETHEE II: one preference function for all criteria, or one for each; by default one of the type `usual`.",
                minItems = 1)
        List<SentPreference> preferences) {

    static final Parameters USUAL = new Parameters(0.5, List.of(SentPreference.USUAL));

    /** JSON may leave out each. */
    Parameters {
        v = v == null ? Double.valueOf(0.5) : v;
        preferences = preferences == null ? List.of(SentPreference.USUAL) : List.copyOf(preferences);
    }

    void checkRange(String pointer, Flaws flaws) {
        flaws.addUnless(v >= 0 && v <= 1, pointer + "/v", "must be from 0 to 1"); // refuses NaN too
        for (int i = 0; i < preferences.size(); i++) {
            preferences.get(i).checkRange(pointer + "/preferences/" + i, flaws);
        }
    }

    void checkRules(int criteria, String pointer, Flaws flaws) {
        flaws.addUnless(
                preferences.size() == 1 || preferences.size() == criteria,
                pointer + "/preferences",
                "must be one for all criteria or one for each of the " + criteria + ", not " + preferences.size());
        for (int i = 0; i < preferences.size(); i++) {
            preferences.get(i).checkRules(pointer + "/preferences/" + i, flaws);
        }
    }

    /** The preference function of that criterion. */
    SentPreference preference(int criterion) {
        return preferences.get(preferences.size() == 1 ? 0 : criterion);
    }
}
