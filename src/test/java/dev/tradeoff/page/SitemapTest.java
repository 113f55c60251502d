package dev.tradeoff.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** The pages there are, as search engines read it. */
class SitemapTest {

    private static final String BASE = "https://tradeoff.example.org/a&b";

    @Test
    void few_pages_are_one_list() {
        var map = new Sitemap(
                BASE, "/sitemap.xml", List.of(new Sitemap.Entry("/x", Instant.parse("2026-11-26T00:00:00Z"))));
        var xml = parsed(map.whole());
        assertThat(xml.select("urlset > url > loc").text()).isEqualTo(BASE + "/x");
        assertThat(xml.select("lastmod").text()).isEqualTo("2026-11-26T00:00:00Z");
        assertThat(map.part("1")).contains(map.whole());
        assertThat(map.part("2")).isEmpty();
        assertThat(map.part("0")).isEmpty();
        assertThat(map.part("x")).isEmpty();
    }

    @Test
    void more_than_a_list_may_have_are_an_index_of_lists() {
        var entries = IntStream.rangeClosed(1, 100_001)
                .mapToObj(i -> new Sitemap.Entry("/" + i, null))
                .toList();
        var map = new Sitemap(BASE, "/sitemap.xml", entries);
        assertThat(parsed(map.whole()).select("sitemapindex > sitemap > loc").eachText())
                .containsExactly(
                        BASE + "/sitemap.xml?part=1", BASE + "/sitemap.xml?part=2", BASE + "/sitemap.xml?part=3");
        assertThat(map.part("2").orElseThrow()).contains("/50001<", "/100000<").doesNotContain("/100001<");
        assertThat(parsed(map.part("3").orElseThrow()).select("loc").eachText()).containsExactly(BASE + "/100001");
        assertThat(map.part("4")).isEmpty();
    }

    private static Document parsed(String xml) {
        return Jsoup.parse(xml, Parser.xmlParser());
    }
}
