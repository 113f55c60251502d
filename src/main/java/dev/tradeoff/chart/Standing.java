package dev.tradeoff.chart;

/** Where an option stands on an axis, from 1 (worst) to 5 (best). */
public sealed interface Standing {

    /** In words, short enough to stand beside a mark. */
    String said();

    /**
     * At one place.
     *
     * @param place 1 to 5
     * @param said the figure as it was given: a score, or a value with its unit
     */
    record At(double place, String said) implements Standing {
        public At {
            requireOnScale(place);
            said = Plain.of(said);
        }
    }

    /**
     * Somewhere between two places.
     *
     * @param low 1 to 5
     * @param high from {@code low} to 5
     */
    record Between(double low, double high, String said) implements Standing {
        public Between {
            requireOnScale(low);
            requireOnScale(high);
            said = Plain.of(said);
            if (low > high) {
                throw new IllegalArgumentException("from " + low + " to " + high + " is no range");
            }
        }

        double middle() {
            return (low + high) / 2;
        }
    }

    /** Nobody knows. */
    record Unknown() implements Standing {
        @Override
        public String said() {
            return "unknown";
        }
    }

    /** The axis means nothing for the option. */
    record NotApplicable() implements Standing {
        @Override
        public String said() {
            return "not applicable";
        }
    }

    private static void requireOnScale(double place) {
        if (!(place >= Chart.WORST && place <= Chart.BEST)) { // refuses NaN too
            throw new IllegalArgumentException(place + " is not on the scale from 1 to 5");
        }
    }
}
