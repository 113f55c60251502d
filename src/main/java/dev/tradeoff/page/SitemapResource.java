package dev.tradeoff.page;

import dev.tradeoff.published.PublishedComparisons;
import dev.tradeoff.published.PublishedTechnologies;
import dev.tradeoff.shared.problem.Problem;
import dev.tradeoff.shared.web.ForPeople;
import dev.tradeoff.shared.web.Representation;
import dev.tradeoff.shared.web.Representation.Caching;
import dev.tradeoff.technology.Technology;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What search engines are told: which pages there are (sitemaps.org, 0.9), and where they may look (RFC 9309). */
@Path("/")
@ForPeople
public class SitemapResource {

    private static final String XML = "application/xml";
    private static final String ADDRESS = "/sitemap.xml";
    private static final String PUBLIC = "public";

    private final Pages pages;
    private final PublishedComparisons comparisons;
    private final PublishedTechnologies technologies;
    private final boolean isPublic;

    SitemapResource(
            Pages pages,
            PublishedComparisons comparisons,
            PublishedTechnologies technologies,
            @ConfigProperty(name = "tradeoff.access.reads") String reads) {
        this.pages = pages;
        this.comparisons = comparisons;
        this.technologies = technologies;
        this.isPublic = reads.equalsIgnoreCase(PUBLIC);
    }

    @GET
    @Blocking
    @Path("sitemap.xml")
    @Produces({XML, MediaType.TEXT_XML, MediaType.WILDCARD})
    @Operation(hidden = true)
    public Representation sitemap(@RestQuery @Nullable String part, @Context HttpServerRequest request) {
        var current = comparisons.current();
        var sitemap = new Sitemap(pages.site(request).base(), ADDRESS, entries());
        var written = part == null
                ? sitemap.whole()
                : sitemap.part(part).orElseThrow(() -> Problem.NotFound.of("part of the sitemap", part)
                        .refused());
        return Representation.of(MediaType.valueOf(XML), written.getBytes(StandardCharsets.UTF_8), Caching.REVALIDATED)
                .compressed()
                .standingWhile(current);
    }

    private List<Sitemap.Entry> entries() {
        var entries = new ArrayList<Sitemap.Entry>();
        entries.add(new Sitemap.Entry("/", null));
        comparisons
                .everyOne()
                .forEach(latest -> entries.add(
                        new Sitemap.Entry(Addresses.comparison(latest.comparison()), latest.publishedAt())));
        technologies.everyOne().stream()
                .map(Technology::slug)
                .forEach(slug -> entries.add(new Sitemap.Entry(Addresses.technology(slug), null)));
        return entries;
    }

    @GET
    @Path("robots.txt")
    @Produces({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
    @Operation(hidden = true)
    @Blocking
    public Representation robots(@Context HttpServerRequest request) {
        var rules = isPublic
                ? Stream.of(
                        "User-agent: *",
                        "Disallow: /api/",
                        "Disallow: /q/",
                        "Disallow: /?q=",
                        "Disallow: /mcp",
                        "",
                        "Sitemap: " + pages.site(request).base() + ADDRESS)
                : Stream.of("User-agent: *", "Disallow: /");
        var text = String.join("\n", rules.toList()) + "\n";
        return Representation.of(MediaType.TEXT_PLAIN_TYPE, text.getBytes(StandardCharsets.UTF_8), Caching.REVALIDATED)
                .standingWhile(() -> true);
    }
}
