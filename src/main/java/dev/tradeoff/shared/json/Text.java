package dev.tradeoff.shared.json;

/** What counts as text. */
public final class Text {

    private Text() {}

    /** Whether it is free of NUL and lone surrogates. */
    public static boolean isClean(String text) {
        return TextDeserializer.isText(text);
    }
}
