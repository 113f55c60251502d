package dev.tradeoff.embed;

import dev.tradeoff.chart.Look;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style sheet of embeds, which stands in each of them, and the digest by which their policy allows it. */
@Singleton
final class EmbedStyle {

    private final String text =
            ProgramFile.read("embed/embed.css").replaceAll("\\s*\\n\\s*", "").strip() + Look.stylesheet();

    /** Byte for byte as it stands in a page. */
    RawString text() {
        return new RawString(text);
    }

    /** As a source of a Content-Security-Policy, without quotes. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
