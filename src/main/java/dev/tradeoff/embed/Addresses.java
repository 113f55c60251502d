package dev.tradeoff.embed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a comparison is, for who is somewhere else.
 *
 * @param base of the service, without a slash at its end
 * @param comparison its slug
 */
record Addresses(String base, String comparison) {

    private static final Pattern PAGE = Pattern.compile("(?:/embed)?/comparisons/([a-z0-9-]+)/?(?:[?#].*)?");

    /** The comparison whose page or embed has that address; empty for any other address, and for those of others. */
    static Optional<Addresses> of(String base, String url) {
        if (!url.startsWith(base + "/")) {
            return Optional.empty();
        }
        var page = PAGE.matcher(url.substring(base.length()));
        return page.matches() ? Optional.of(new Addresses(base, page.group(1))) : Optional.empty();
    }

    public String page() {
        return base + "/comparisons/" + comparison;
    }

    String embed() {
        return base + "/embed/comparisons/" + comparison;
    }

    String radar() {
        return base + "/charts/comparisons/" + comparison + "/radar.svg";
    }

    public String oembed() {
        return base + "/oembed?url=" + URLEncoder.encode(page(), StandardCharsets.UTF_8);
    }
}
