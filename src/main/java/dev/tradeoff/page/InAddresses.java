package dev.tradeoff.page;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as it stands in addresses, for templates. */
@TemplateExtension
final class InAddresses {

    private InAddresses() {}

    /** As the value of a query parameter. */
    static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
