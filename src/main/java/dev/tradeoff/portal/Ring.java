package dev.tradeoff.portal;

import java.util.Locale;

/** How far an organisation has taken a technology in; the innermost comes first. */
enum Ring {
    ADOPT("Adopt", "#2e7d32", "In use here, and the usual choice where it fits."),
    TRIAL("Trial", "#1565c0", "In use in some places, to find out more."),
    ASSESS("Assess", "#b26a00", "Worth knowing, with knowledge to read before anyone chooses it."),
    HOLD("Hold", "#c62828", "Not to be chosen for anything new.");

    private final String title;
    private final String colour;
    private final String meaning;

    Ring(String title, String colour, String meaning) {
        this.title = title;
        this.colour = colour;
        this.meaning = meaning;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    String colour() {
        return colour;
    }

    String meaning() {
        return meaning;
    }

    /** Steps inwards, 1, outwards, -1, or stays, 0, as the radar says it. */
    int movedFrom(Ring before) {
        return Integer.signum(before.compareTo(this));
    }
}
