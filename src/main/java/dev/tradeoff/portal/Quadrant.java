package dev.tradeoff.portal;

import dev.tradeoff.technology.Technology;
import java.util.Locale;

/** The four parts of the radar: each holds some kinds of technology, and each kind has one. */
enum Quadrant {
    LANGUAGES_AND_RUNTIMES("Languages and runtimes"),
    FRAMEWORKS_AND_LIBRARIES("Frameworks and libraries"),
    PLATFORMS("Platforms"),
    PRACTICES("Practices");

    private final String title;

    Quadrant(String title) {
        this.title = title;
    }

    static Quadrant of(Technology.Kind kind) {
        return switch (kind) {
            case LANGUAGE, RUNTIME -> LANGUAGES_AND_RUNTIMES;
            case FRAMEWORK, LIBRARY -> FRAMEWORKS_AND_LIBRARIES;
            case PLATFORM -> PLATFORMS;
            case PRACTICE -> PRACTICES;
        };
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }
}
