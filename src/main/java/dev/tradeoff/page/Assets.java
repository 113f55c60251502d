package dev.tradeoff.page;

import static java.util.stream.Collectors.joining;

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
 * The stylesheets, of which one stands in each page so that no page waits for it, and the scripts, one a page at most. Their
 * digests make the former allowed where they stand and the others' addresses new when they change.
 */
@Singleton
public final class Assets {

    private static final String FOLDER = "page/";
    static final String RECOMMEND = "recommend.js";
    private static final List<String> SCRIPTS = List.of(Frame.USUAL_SCRIPT, RECOMMEND);
    private static final MediaType SCRIPT = new MediaType("text", "javascript");
    private static final int LENGTH_OF_VERSION = 12;

    private final Map<String, RawString> styles = new LinkedHashMap<>();
    private final String styleHashes;
    private final Map<String, Script> scripts = new LinkedHashMap<>();

    private record Script(String address, Representation answer) {}

    Assets() {
        var common = terse(read("style.css"));
        styles.put(Frame.USUAL_SCRIPT, new RawString(common + Look.stylesheet()));
        styles.put(RECOMMEND, new RawString(common + terse(read("recommend.css"))));
        styleHashes = styles.values().stream().map(Assets::hash).collect(joining(" "));
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

    /** The stylesheet of the pages with that script as it stands in them, byte for byte. */
    public RawString style(String script) {
        return Objects.requireNonNull(styles.get(script), script);
    }

    /** By which a policy allows them to stand there. */
    String styleHashes() {
        return styleHashes;
    }

    private static String hash(RawString css) {
        return "'sha256-" + Base64.getEncoder().encodeToString(digest(css.getValue())) + "'";
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
