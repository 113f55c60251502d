package dev.tradeoff.embed;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of this package, with what they are filled with. */
@CheckedTemplate(basePath = "embed")
final class Templates {

    private Templates() {}

    static native TemplateInstance comparison(EmbedPage page);
}
