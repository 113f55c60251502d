package dev.tradeoff.browser;

import com.microsoft.playwright.options.ColorScheme;

/** How wide a window is, and whether its user likes it light or dark. */
enum Look {
    WIDE_LIGHT(1280, 900, ColorScheme.LIGHT),
    WIDE_DARK(1280, 900, ColorScheme.DARK),
    NARROW_LIGHT(390, 844, ColorScheme.LIGHT),
    NARROW_DARK(390, 844, ColorScheme.DARK);

    final int width;
    final int height;
    final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    /** As a part of a file's name. */
    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
