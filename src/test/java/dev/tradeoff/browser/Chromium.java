package dev.tradeoff.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, driven by what {@code npm ci --prefix src/test/browser} installs. Where one of them is missing, tests
 * that need it are skipped and say so, unless {@code TRADEOFF_REQUIRE_BROWSER} insists.
 */
final class Chromium implements AutoCloseable {

    private static final Path DRIVER = Path.of("src/test/browser/node_modules");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Nothing of its own over the network; no sandbox, which root may not have. */
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // The pages of other origins in the tests have no address, and would not be let near one of this machine.
            "--disable-features=LocalNetworkAccessChecks");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() throws IOException {
        var program = onPath(NAMES);
        var node = onPath(List.of("node"));
        boolean insisted = "true".equals(System.getenv("TRADEOFF_REQUIRE_BROWSER"));
        assumeTrue(
                insisted || program.isPresent() && node.isPresent() && Files.isDirectory(DRIVER),
                "browser tests need Chromium, Node.js and: npm ci --prefix src/test/browser");
        System.setProperty("playwright.cli.dir", driver().toString());
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(program.orElseThrow())
                                .setArgs(OPTIONS)));
    }

    /** A folder as the driver's own package has it. */
    private static Path driver() throws IOException {
        var folder = Files.createDirectories(Path.of("target/browser")).toAbsolutePath();
        var link = folder.resolve("package");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, DRIVER.resolve("playwright-core").toAbsolutePath());
        }
        return folder;
    }

    private static Optional<Path> onPath(List<String> names) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of that look, in a profile of its own. */
    Window open(Look look) {
        return new Window(browser, look, true);
    }

    /** A window in which no script runs. */
    Window openWithoutScript() {
        return new Window(browser, Look.WIDE_LIGHT, false);
    }

    /** The looks in which every page is held against the rules. */
    static Stream<Look> looks() {
        return Stream.of(Look.values());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
