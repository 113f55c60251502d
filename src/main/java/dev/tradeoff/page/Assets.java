package dev.tradeoff.page;

import dev.tradeoff.chart.Look;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import io.quarkus.qute.RawString;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The stylesheet, which stands in each page so that no page waits for it, and the scripts, one a page at most. Their
 * digests make the one allowed where it stands and the others' addresses new when they change.
 */
@Singleton
public final class Assets {

    private static final String FOLDER = "page/";
    private static final List<String> SCRIPTS = List.of("tradeoff.js", "recommend.js");
    private static final MediaType SCRIPT = new MediaType("text", "javascript");
    private static final int LENGTH_OF_VERSION = 12;

    private final RawString style;
    private final String styleHash;
    private final Map<String, Script> scripts = new LinkedHashMap<>();

    private record Script(String address, Representation answer) {}

    Assets() {
        var css = terse(read("style.css") + read("recommend.css")) + Look.stylesheet();
        style = new RawString(css);
        styleHash = "sha256-" + Base64.getEncoder().encodeToString(digest(css));
        for (var name : SCRIPTS) {
            var text = read(name);
            var version = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest(text))
                    .substring(0, LENGTH_OF_VERSION);
            var answer = Representation.of(SCRIPT, text.getBytes(StandardCharsets.UTF_8), Caching.IMMUTABLE)
                    .compressed()
                    .standingWhile(() -> true);
            scripts.put(name, new Script("/assets/" + name + "?v=" + version, answer));
        }
    }

    /** The stylesheet as it stands in a page, byte for byte. */
    public RawString style() {
        return style;
    }

    /** By which a policy allows it to stand there. */
    String styleHash() {
        return styleHash;
    }

    /** The address of a script of that name, with its version. */
    public String address(String script) {
        return Objects.requireNonNull(scripts.get(script), script).address();
    }

    Optional<Representation> script(String name) {
        return Optional.ofNullable(scripts.get(name)).map(Script::answer);
    }

    /** Without comments and space, which browsers need not be sent. */
    private static String terse(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s*\\n\\s*", "")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .replace(": ", ":")
                .replace(";}", "}")
                .strip();
    }

    private static String read(String name) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own " + name + " cannot be read", e);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
