package dev.tradeoff.shared.openapi;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the OpenAPI document says of the whole. */
@SecurityScheme(
        securitySchemeName = TradeoffApi.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API token of this service, or a token of the configured OpenID Connect issuer.")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tradeoff",
                        version = "1",
                        description = """
                                A knowledge service for technology comparisons: factors, use cases, claims with their sources, FAQs and recommendations as data.

                                **For clients.** Enums may grow: expect values that you don't know. Every failure is `application/problem+json` (RFC 9457) and says what to mend. Lists come in pages (`limit`, `cursor`); a comparison's own collections come whole. Every answer of knowledge has an `ETag`: send it back as `If-None-Match` and get 304 while nothing has changed. Answers with an explicit `revision` never change.

                                **For editors.** Writing needs a bearer token with a role: `editor` drafts, `publisher` publishes too, `admin` also archives and manages tokens. Who changes something that exists sends its ETag back as `If-Match`. A POST with an `Idempotency-Key` can be repeated.""",
                        contact = @Contact(name = "The Tradeoff project"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "This service"),
        tags = {
            @Tag(
                    name = "Comparisons",
                    description =
                            "One question with two or more options: the list, one as a whole, its decision matrix."),
            @Tag(
                    name = "Members of a comparison",
                    description = "The collections of one comparison, and single members of them."),
            @Tag(
                    name = "Across comparisons",
                    description = "Factors, use cases, FAQs, claims and recommendations of all comparisons."),
            @Tag(name = "Technologies", description = "What can be chosen, and everything known about it."),
            @Tag(name = "History", description = "The revisions of a comparison and what changed between them."),
            @Tag(
                    name = "Recommending",
                    description =
                            "Which option suits a team's requirements, on which evidence, and how easily it would be another. Computed, nothing stored."),
            @Tag(
                    name = "Analysis",
                    description =
                            "Decision analysis of a matrix that you bring, and the methods with worked examples. Computes and stores nothing; open to whoever may read."),
            @Tag(
                    name = "Drafts",
                    description = "The working copy of a comparison, as a whole. Needs the role `editor`."),
            @Tag(
                    name = "Members of a draft",
                    description =
                            "Single factors, claims, FAQs and so on of a draft. Editors of different ones are not in each other's way. Needs the role `editor`."),
            @Tag(
                    name = "Publishing",
                    description =
                            "From drafts to revisions, back to earlier ones, and into the archive. Needs the role `publisher`, archiving `admin`."),
            @Tag(
                    name = "Import and export",
                    description = "Knowledge as one document, out and in. Importing needs the role `publisher`."),
            @Tag(
                    name = "Access",
                    description = "API tokens, and the audit of what was done and refused. Needs the role `admin`."),
            @Tag(
                    name = "Changes",
                    description = "What is published: as a list, as feeds, and as a stream while it happens."),
            @Tag(
                    name = "Webhooks",
                    description = "Who is told of publications by the service itself. Needs the role `admin`."),
            @Tag(name = "Charts and embeds", description = "Comparisons as images, to be shown in pages and READMEs."),
            @Tag(
                    name = "Portals",
                    description = "What developer portals read: Backstage's catalogue and its tech radar."),
            @Tag(name = "Service", description = "What problems mean, and where descriptions are.")
        })
public class TradeoffApi extends Application {

    static final String TOKEN = "token";
}
