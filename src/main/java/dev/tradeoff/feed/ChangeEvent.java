package dev.tradeoff.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.published.Happening;
import dev.tradeoff.shared.json.JsonBytes;

/** What happened, as an event of a stream (HTML Standard, 9.2). */
final class ChangeEvent {

    private ChangeEvent() {}

    static String text(Happening happening, ObjectMapper json) {
        return switch (happening) {
            case Happening.Published published -> text("published", happening, ChangeItem.of(published), json);
            case Happening.Archived archived -> text("archived", happening, StandingItem.of(archived), json);
            case Happening.Unarchived unarchived -> text("unarchived", happening, StandingItem.of(unarchived), json);
        };
    }

    /** JSON has no line ends but those that are escaped, so that it is one line of data. */
    private static String text(String name, Happening happening, Object data, ObjectMapper json) {
        return "id: " + happening.position() + "\nevent: " + name + "\ndata: " + JsonBytes.text(json, data) + "\n\n";
    }

    /** Without data it is no event, and nevertheless where to go on after a lost connection. */
    static String place(long position) {
        return "id: " + position + "\n\n";
    }
}
