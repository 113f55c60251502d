package dev.tradeoff.embed;

import static dev.tradeoff.embed.Publishing.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.tradeoff.chart.Drawing;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comparison in a frame, the elements for other pages, and how they are found. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class EmbedTest {

    private static final String FIRST = "/embed/comparisons/nodejs-vs-python-backend";
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private static String page(String address) {
        return Service.get(address)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString();
    }

    @Test
    void a_frame_shows_the_comparison_in_short() {
        var page = page(FIRST);
        assertThat(page)
                .contains("Node.js or Python on the server", "too close to call", "<svg", "role=\"img\"", "<table>")
                .contains("/comparisons/nodejs-vs-python-backend\" target=\"_blank\" rel=\"noopener\"")
                .contains("prefers-color-scheme")
                .doesNotContain("<script")
                .doesNotContain(" style=");
        assertThat(page(FIRST + "?chart=bars&utm_source=wiki"))
                .contains("Bar chart")
                .doesNotContain("Radar chart");
        Service.get(FIRST + "?chart=pie").then().statusCode(400).body("parameter", equalTo("chart"));
        Service.get("/embed/comparisons/nothing").then().statusCode(404);
    }

    @Test
    void its_ids_are_its_own() {
        var ids = Pattern.compile(" id=\"([^\"]*)\"")
                .matcher(page(FIRST + "?chart=bars"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void anybody_may_frame_it_and_nothing_runs_in_it() throws NoSuchAlgorithmException {
        for (int i = 0; i < 3; i++) {
            var answer = Service.get(FIRST);
            var policy = answer.header("Content-Security-Policy");
            assertThat(policy)
                    .contains("default-src 'none'", "frame-ancestors *", "base-uri 'none'", "form-action 'none'")
                    .doesNotContain("unsafe-inline")
                    .doesNotContain("script-src");
            var style = STYLE.matcher(answer.asString()).results().toList();
            assertThat(style).hasSize(1);
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(style.getFirst().group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy)
                    .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            assertThat(answer.header("X-Frame-Options")).isNull();
        }
    }

    @Test
    void it_shows_what_was_published_last() {
        var slug = fresh("frame");
        Publishing.publish(slug, 5, 1);
        page("/embed/comparisons/" + slug);
        assertThat(page("/embed/comparisons/" + slug)).contains("<b dir=\"auto\">Choice 0</b> · clear", "revision 1");
        Publishing.publish(slug, 1, 5);
        assertThat(page("/embed/comparisons/" + slug)).contains("<b dir=\"auto\">Choice 1</b> · clear", "revision 2");
    }

    @Test
    void the_module_is_small_and_comes_again_by_its_tag() {
        var answer = Service.get("/embed/tradeoff.js");
        answer.then().statusCode(200).contentType("text/javascript;charset=UTF-8");
        assertThat(answer.asByteArray()).hasSizeLessThan(15 * 1024);
        assertThat(answer.asString()).doesNotContain("innerHTML").doesNotContain("eval(");
        Service.request()
                .header("If-None-Match", answer.header("ETag"))
                .get("/embed/tradeoff.js")
                .then()
                .statusCode(304);
        Service.request()
                .header("Origin", "https://elsewhere.example")
                .get("/embed/tradeoff.js")
                .then()
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void links_are_found_to_be_frames() {
        var page = page(FIRST);
        var found = Pattern.compile("<link rel=\"alternate\" type=\"application/json\\+oembed\" href=\"([^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        var address = found.group(1).replaceFirst("^https?://[^/]*", "").replace("&amp;", "&");
        Service.get(address)
                .then()
                .statusCode(200)
                .contentType("application/json;charset=UTF-8")
                .body("type", equalTo("rich"))
                .body("version", equalTo("1.0"))
                .body("title", equalTo("Node.js or Python on the server"))
                .body("provider_name", equalTo("Tradeoff"))
                .body("width", equalTo(640))
                .body("html", containsString("/embed/comparisons/nodejs-vs-python-backend\""));
    }

    private static String base() {
        return io.restassured.RestAssured.baseURI + ":" + io.restassured.RestAssured.port;
    }

    @Test
    void a_frame_is_no_larger_than_there_is_room() {
        Service.get("/oembed?url=" + base() + FIRST + "&maxwidth=300&maxheight=200&format=json&dnt=1")
                .then()
                .statusCode(200)
                .body("width", equalTo(300))
                .body("height", equalTo(200))
                .body("html", containsString("width=\"300\" height=\"200\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/comparisons/nodejs-vs-python-backend",
                "BASE/technologies/python",
                "BASE/comparisons/nothing",
                "BASE/comparisons/",
                "BASE.evil.example/comparisons/nodejs-vs-python-backend",
                "BASE@evil.example/comparisons/nodejs-vs-python-backend",
                "javascript:alert(1)",
                "nonsense"
            })
    void addresses_of_others_are_not_ours_to_frame(String url) {
        Service.get("/oembed?url=" + url.replace("BASE", base())).then().statusCode(404);
    }

    @Test
    void what_oembed_is_not_answered_with_is_said() {
        var url = "/oembed?url=" + base() + "/comparisons/nodejs-vs-python-backend";
        Service.get(url + "&format=xml").then().statusCode(501).body("type", equalTo("/problems/not-offered"));
        Service.get(url + "&maxwidth=0").then().statusCode(400).body("parameter", equalTo("maxwidth"));
        Service.get(url + "&maxheight=tall").then().statusCode(400).body("parameter", equalTo("maxheight"));
        Service.get("/oembed").then().statusCode(400).body("parameter", equalTo("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[x](javascript:alert(1)) </style><svg onload=alert(1)>",
                "{page.style} {#include x/} {|raw|}",
                "a\u202Eb\u2066c",
                "'; drop table x; --",
            })
    void whatever_an_editor_wrote_is_shown_as_text(String hostile) {
        var slug = fresh("hostile");
        for (var text : List.of(hostile, (hostile + "w".repeat(190)).substring(0, 180))) {
            Publishing.publish(Publishing.comparison(
                    slug, text, new Double[][] {{5.0, 4.0, 3.0, 2.0}, {1.0, 2.0, 3.0, 4.0}, {1.0, null, 3.0, 4.0}}));
            for (var chart : List.of("", "?chart=bars")) {
                var page = page("/embed/comparisons/" + slug + chart);
                assertThat(page)
                        .doesNotContain("<script", "<img", "onload=alert(1)>", "<svg onload")
                        .containsPattern("<h1 dir=\"auto\">[^<]*</h1>");
                assertThat(STYLE.matcher(page).results().toList()).hasSize(1);
            }
            for (var image : List.of(
                    "charts/comparisons/%s/radar.svg", "charts/comparisons/%s/bars.svg", "badges/comparisons/%s.svg")) {
                var drawing =
                        Drawing.of(Service.get("/" + image.formatted(slug)).asString());
                assertThat(drawing.all("*"))
                        .extracting(org.w3c.dom.Element::getLocalName)
                        .isSubsetOf(
                                "svg",
                                "title",
                                "desc",
                                "style",
                                "rect",
                                "text",
                                "g",
                                "path",
                                "defs",
                                "pattern",
                                "clipPath");
            }
            Service.get("/oembed?url=" + base() + "/comparisons/" + slug)
                    .then()
                    .statusCode(200)
                    .body("html", not(containsString("<script")))
                    .body("html", not(containsString("<img")));
        }
    }
}
