package dev.tradeoff.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages there are, as search engines read it (sitemaps.org, protocol 0.9): one list, or an index of parts where they are
 * more than a list may have.
 *
 * @param base what absolute links begin with
 * @param address of the sitemap itself
 */
record Sitemap(String base, String address, List<Entry> entries) {

    private static final int MOST = 50_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    /** @param changed null where nobody knows when */
    record Entry(String path, @Nullable Instant changed) {}

    String whole() {
        return entries.size() <= MOST ? list(entries) : index();
    }

    /** @param number from 1 */
    Optional<String> part(String number) {
        if (!number.matches("[1-9][0-9]{0,4}")) {
            return Optional.empty();
        }
        int from = (Integer.parseInt(number) - 1) * MOST;
        return from >= entries.size()
                ? Optional.empty()
                : Optional.of(list(entries.subList(from, Math.min(entries.size(), from + MOST))));
    }

    private String list(List<Entry> listed) {
        var xml = new StringBuilder(HEAD).append("<urlset").append(NAMESPACE);
        for (var entry : listed) {
            xml.append("<url><loc>").append(escaped(base + entry.path())).append("</loc>");
            if (entry.changed() != null) {
                xml.append("<lastmod>").append(entry.changed()).append("</lastmod>");
            }
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }

    private String index() {
        var xml = new StringBuilder(HEAD).append("<sitemapindex").append(NAMESPACE);
        for (int part = 1; (part - 1) * MOST < entries.size(); part++) {
            xml.append("<sitemap><loc>")
                    .append(escaped(base + address + "?part=" + part))
                    .append("</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n").toString();
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
