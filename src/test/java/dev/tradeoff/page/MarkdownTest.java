package dev.tradeoff.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Editors' Markdown in a page. */
class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            **so** and *so*              | <p><strong>so</strong> and <em>so</em></p>
            <b>bold</b>                  | <p>&lt;b&gt;bold&lt;/b&gt;</p>
            # Loud                       | <p><strong>Loud</strong></p>
            ![a cat](http://a.example/c) | <p>a cat</p>
            [a](https://a.example/?b=1)  | <p><a rel="nofollow noopener" href="https://a.example/?b=1">a</a></p>
            [a](mailto:a@a.example)      | <p><a rel="nofollow noopener" href="mailto:a@a.example">a</a></p>
            """)
    void it_says_what_it_says(String markdown, String html) {
        assertThat(Markdown.html(markdown).getValue()).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](<java\tscript:alert(1)>)",
                "[a](&#106;avascript:alert(1))",
                "[a](vbscript:x)",
                "[a](data:text/html,<script>alert(1)</script>)",
                "<javascript:alert(1)>",
                "[a]: javascript:alert(1)\n\n[a]",
                "![a](javascript:alert(1))",
                "<img src=x onerror=alert(1)>",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "[a](https://a.example/\"onmouseover=\"alert(1))",
                "[a](https://a.example 'x\" onmouseover=\"alert(1)')",
                "```\"><script>alert(1)</script>\nx\n```"
            })
    void it_cannot_run(String markdown) {
        var body = Jsoup.parseBodyFragment(Markdown.html(markdown).getValue()).body();
        assertThat(body.select("script, img")).isEmpty();
        assertThat(body.getAllElements()).allSatisfy(element -> element.attributes()
                .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on")));
        assertThat(body.select("a").eachAttr("href"))
                .allSatisfy(href -> assertThat(href).matches("|https?:.*|mailto:.*"));
    }
}
