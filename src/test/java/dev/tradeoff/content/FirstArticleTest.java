package dev.tradeoff.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.equalToIgnoringCase;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the article that the service began with is lost: each of its facts is listed here by name. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
class FirstArticleTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    // ---- Figures

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    express-throughput    | nodejs | express | requests-per-second | 55200  | 1/s | true
                    express-response-time | nodejs | express | response-time       | 4.5    | ms  | true
                    fastapi-throughput    | python | fastapi | requests-per-second | 38100  | 1/s | true
                    fastapi-response-time | python | fastapi | response-time       | 7.8    | ms  | true
                    django-throughput     | python | django  | requests-per-second | 850000 | 1/s | true
                    nodejs-faq-throughput | nodejs | nodejs  | requests-per-second | 12450  | 1/s | true
                    python-faq-throughput | python | python  | requests-per-second | 8200   | 1/s | false
                    startup-time-to-mvp   | nodejs | nodejs  | time-to-mvp         | 90     | d   | false
                    """)
    void a_figure_is_a_claim_with_value_and_unit(
            String slug, String option, String subject, String metric, BigDecimal value, String unit, boolean about) {
        var claim = get(Service.FIRST + "/claims/" + slug);
        assertClaim(claim, option, subject, metric, unit, about);
        assertThat(claim.path("value").decimalValue()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nodejs-concurrent-connections | nodejs | nodejs               | concurrent-connections | 80000   | 250000 | 1 | false
                    nodejs-relative-throughput    | nodejs | nodejs               | relative-throughput    | 40      | 60     | % | true
                    npm-package-count             | nodejs | npm                  | package-count          | 2000000 |        | 1 | false
                    free-threaded-speedup         | python | free-threaded-python | speedup                |         | 4      | 1 | false
                    """)
    void a_range_of_figures_is_a_claim_with_both_ends_or_one(
            String slug,
            String option,
            String subject,
            String metric,
            BigDecimal min,
            BigDecimal max,
            String unit,
            boolean about) {
        var claim = get(Service.FIRST + "/claims/" + slug);
        assertClaim(claim, option, subject, metric, unit, about);
        assertThat(number(claim.at("/range/min"))).isEqualTo(min);
        assertThat(number(claim.at("/range/max"))).isEqualTo(max);
    }

    @Test
    void there_are_no_figures_that_the_article_does_not_give() {
        assertThat(members("claims").filter(claim -> claim.has("value") || claim.has("range")))
                .hasSize(8 + 4);
    }

    @ParameterizedTest
    @CsvSource({
        "express-throughput, express-response-time",
        "fastapi-throughput, fastapi-response-time",
        "nodejs-faq-throughput, python-faq-throughput"
    })
    void figures_of_one_run_are_joined_by_it(String one, String other) {
        var measurement = get(Service.FIRST + "/claims/" + one).path("measurement");
        assertThat(measurement.isTextual()).isTrue();
        assertThat(get(Service.FIRST + "/claims/" + other).path("measurement")).isEqualTo(measurement);
    }

    @Test
    void the_relative_figure_says_what_it_is_relative_to() {
        assertThat(get(Service.FIRST + "/claims/nodejs-relative-throughput")
                        .path("comparedTo")
                        .asText())
                .isEqualTo("python");
    }

    // ---- Sources

    @Test
    void the_article_is_named_as_a_secondary_source_with_title_publisher_and_day() {
        var source = get(Service.FIRST + "/sources/gainhq-2026");
        assertThat(source.path("kind").asText()).isEqualTo("secondary");
        assertThat(source.path("title").asText())
                .isEqualTo("Node.js vs Python Backend: Which Development Environment Is Better?");
        assertThat(source.path("publisher").asText()).isEqualTo("GainHQ");
        assertThat(source.path("publishedOn").asText()).isEqualTo("2026-04-08");
    }

    @Test
    void each_claim_names_its_source_and_what_is_not_the_articles_is_called_editorial() {
        assertThat(members("claims")).hasSizeGreaterThan(80).allSatisfy(claim -> {
            var source = claim.path("source").asText();
            assertThat(source).isIn("gainhq-2026", "tradeoff-editors");
            assertThat(source.equals("tradeoff-editors"))
                    .isEqualTo(claim.path("statement").asText().startsWith("Editorial judgement"));
        });
        assertThat(get(Service.FIRST + "/sources/tradeoff-editors").path("kind").asText())
                .isEqualTo("editorial");
    }

    @Test
    void no_claim_pretends_to_know_when_or_where_its_figure_was_taken() {
        assertThat(members("claims")).allSatisfy(claim -> {
            assertThat(claim.path("observedOn").isNull()).isTrue();
            assertThat(claim.path("origin").isNull()).isTrue();
        });
    }

    // ---- The table of differences

    @ParameterizedTest
    @CsvSource({
        "concurrency, nodejs",
        "real-time, nodejs",
        "scalability, nodejs",
        "development-speed, python",
        "data-and-ai, python",
        "ecosystem, python",
        "learning-curve, python"
    })
    void a_row_of_the_table_is_a_factor_with_the_same_side_ahead(String factor, String ahead) {
        var behind = ahead.equals("nodejs") ? "python" : "nodejs";
        assertThat(score(factor, ahead)).isGreaterThan(score(factor, behind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nodejs | SaaS, sold as a service
                    nodejs | real-time platforms, live
                    nodejs | APIs
                    nodejs | Dashboards
                    nodejs | Marketplaces
                    python | AI
                    python | Data platforms
                    python | Analytics
                    python | Automation
                    """)
    void what_the_table_calls_the_best_use_or_the_winning_field_is_what_an_option_is_best_for(
            String option, String words) {
        assertThat(strings(get(Service.FIRST + "/options/" + option).path("bestFor")))
                .anyMatch(use -> Stream.of(words.split(", ")).anyMatch(use::contains));
    }

    @ParameterizedTest
    @CsvSource({
        "nodejs-real-time-lead, Live applications",
        "nodejs-real-time-lead, marketplaces",
        "nodejs-real-time-lead, SaaS",
        "python-data-lead, AI",
        "python-data-lead, analytics",
        "python-data-lead, automation"
    })
    void where_the_table_says_that_an_option_wins_is_a_claim(String claim, String field) {
        assertThat(get(Service.FIRST + "/claims/" + claim).path("text").asText())
                .contains(field);
    }

    @Test
    void each_score_is_said_to_be_editorial_and_how_sure_it_is() {
        assertThat(members("factors")).hasSize(12).allSatisfy(factor -> assertThat(factor.path("assessments"))
                .hasSize(2)
                .allSatisfy(assessment -> {
                    assertThat(assessment.path("score").isNumber()).isTrue();
                    assertThat(assessment.path("rationale").asText()).containsIgnoringCase("editorial judgement");
                    assertThat(assessment.path("confidence").asText()).isIn("moderate", "low", "very-low");
                    assertThat(assessment.path("claims")).isNotEmpty();
                }));
    }

    // ---- Topics, use cases, FAQs, recommendations

    @ParameterizedTest
    @ValueSource(
            strings = {
                "performance",
                "scalability",
                "development-experience",
                "architecture",
                "ecosystem",
                "project-types"
            })
    void a_chapter_is_a_topic_with_findings_on_both_options(String topic) {
        assertThat(get(Service.FIRST + "/topics/" + topic).path("name").asText())
                .isNotBlank();
        assertThat(members("findings")
                        .filter(finding -> finding.path("topic").asText().equals(topic))
                        .map(finding -> finding.path("option").asText())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("nodejs", "python");
    }

    @ParameterizedTest
    @CsvSource({
        "real-time-applications, nodejs, python",
        "data-heavy-applications, python, nodejs",
        "startup-mvp, nodejs, python",
        "enterprise-applications, python, nodejs",
        "saas-products, nodejs, python"
    })
    void a_kind_of_project_is_a_use_case_that_one_option_fits_strongly(String slug, String strong, String other) {
        var useCase = get(Service.FIRST + "/use-cases/" + slug);
        assertThat(fit(useCase, strong)).isEqualTo("strong");
        assertThat(fit(useCase, other)).isIn("good", "limited");
        assertThat(useCase.path("weights").size()).isEqualTo(12);
        assertThat(useCase.path("description").asText()).contains("editorial judgement");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    which-performs-better | 40 to 60 %
                    which-performs-better | 12,450
                    which-performs-better | 8,200
                    when-to-choose-python | object-relational mappers
                    nodejs-for-enterprise | It can
                    combining-both        | They do
                    which-for-saas        | Node.js
                    """)
    void each_faq_is_answered(String slug, String words) {
        var faq = get(Service.FIRST + "/faqs/" + slug);
        assertThat(faq.path("question").asText()).endsWith("?");
        assertThat(faq.path("answer").asText()).contains(words);
        assertThat(faq.path("claims")).isNotEmpty();
    }

    @Test
    void there_are_five_faqs_and_five_use_cases() {
        assertThat(members("faqs")).hasSize(5);
        assertThat(members("use-cases")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "choose-nodejs, choose, nodejs",
        "choose-python, choose, python",
        "combine-nodejs-and-python, combine, nodejs python"
    })
    void each_recommendation_says_when_it_holds_and_why(String slug, String kind, String options) {
        var recommendation = get(Service.FIRST + "/recommendations/" + slug);
        assertThat(recommendation.path("kind").asText()).isEqualTo(kind);
        assertThat(strings(recommendation.path("options"))).containsExactly(options.split(" "));
        assertThat(recommendation.path("when")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(recommendation.path("rationale").asText()).isNotBlank();
        assertThat(recommendation.path("roles")).hasSize(kind.equals("combine") ? 2 : 0);
    }

    // ---- Names

    @ParameterizedTest
    @CsvSource({"nodejs-netflix, Netflix", "nodejs-paypal, PayPal", "nodejs-linkedin, LinkedIn", "nodejs-uber, Uber"})
    void a_company_that_uses_nodejs_is_a_claim(String slug, String company) {
        var claim = get(Service.FIRST + "/claims/" + slug);
        assertThat(claim.path("metric").asText()).isEqualTo("production-user");
        assertThat(claim.path("text").asText()).isEqualTo(company);
        assertThat(get(Service.FIRST + "/faqs/nodejs-for-enterprise")
                        .path("answer")
                        .asText())
                .contains(company);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nodejs                    | Node.js
                    python                    | Python
                    javascript                | JavaScript
                    typescript                | TypeScript
                    c                         | C
                    cpp                       | C++
                    v8                        | V8
                    event-loop                | Event loop
                    worker-threads            | Worker threads
                    cluster-module            | Cluster module of Node.js
                    cpython                   | CPython
                    global-interpreter-lock   | Global interpreter lock
                    free-threaded-python      | Free-threaded Python
                    pypy                      | PyPy
                    cython                    | Cython
                    multiprocessing           | Multiprocessing in Python
                    express                   | Express
                    nestjs                    | NestJS
                    django                    | Django
                    flask                     | Flask
                    fastapi                   | FastAPI
                    uvicorn                   | Uvicorn
                    gunicorn                  | Gunicorn
                    asgi                      | ASGI
                    wsgi                      | WSGI
                    celery                    | Celery
                    background-jobs           | Background jobs
                    numpy                     | NumPy
                    pandas                    | Pandas
                    tensorflow                | TensorFlow
                    pytorch                   | PyTorch
                    artificial-intelligence   | Artificial intelligence
                    machine-learning          | Machine learning
                    large-language-models     | Large language models
                    react                     | React
                    vue                       | Vue
                    angular                   | Angular
                    websocket                 | WebSocket
                    socket-io                 | Socket.IO
                    npm                       | npm
                    npm-audit                 | npm audit
                    snyk                      | Snyk
                    docker                    | Docker
                    kubernetes                | Kubernetes
                    containerisation          | Containerisation
                    microservices             | Microservices
                    message-queue             | Message queue
                    api-gateway               | API gateway
                    backend-for-frontend      | Backend for Frontend
                    serverless                | Serverless functions
                    async-await               | async/await
                    promise                   | Promise
                    object-relational-mapping | Object-relational mapping
                    model-view-controller     | Model-View-Controller
                    openapi                   | OpenAPI
                    json                      | JSON
                    """)
    void what_the_article_names_is_a_technology(String slug, String name) {
        Service.get("/api/v1/technologies/" + slug)
                .then()
                .statusCode(200)
                .body("slug", equalTo(slug))
                .body("name", equalToIgnoringCase(name));
    }

    @ParameterizedTest
    @CsvSource({
        "node.js, nodejs",
        "js, javascript",
        "socket.io, socket-io",
        "node package manager, npm",
        "gil, global-interpreter-lock",
        "no-gil, free-threaded-python",
        "express.js, express",
        "orm, object-relational-mapping",
        "llm, large-language-models",
        "ai, artificial-intelligence",
        "ml, machine-learning",
        "api gateways, api-gateway"
    })
    void words_of_the_article_lead_to_the_technology(String word, String slug) {
        Service.get("/api/v1/technologies?limit=100&technology=" + word.replace(" ", "%20"))
                .then()
                .statusCode(200)
                .body("items.find { it.slug == '" + slug + "' }.aliases", hasItem(word));
    }

    private static void assertClaim(
            JsonNode claim, String option, String subject, String metric, String unit, boolean about) {
        assertThat(claim.path("option").asText()).isEqualTo(option);
        assertThat(claim.path("subject").asText()).isEqualTo(subject);
        assertThat(claim.path("metric").asText()).isEqualTo(metric);
        assertThat(claim.path("unit").asText()).isEqualTo(unit);
        assertThat(claim.path("approximate").asBoolean()).isEqualTo(about);
        assertThat(claim.path("source").asText()).isEqualTo("gainhq-2026");
    }

    private static BigDecimal score(String factor, String option) {
        return get(Service.FIRST + "/factors/" + factor)
                .path("assessments")
                .valueStream()
                .filter(assessment -> assessment.path("option").asText().equals(option))
                .map(assessment -> assessment.path("score").decimalValue())
                .findFirst()
                .orElseThrow();
    }

    private static String fit(JsonNode useCase, String option) {
        return useCase.path("fits")
                .valueStream()
                .filter(fit -> fit.path("option").asText().equals(option))
                .map(fit -> fit.path("fit").asText())
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : null;
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> members(String collection) {
        return get(Service.FIRST + "/" + collection).path("items").valueStream();
    }

    private static JsonNode get(String path) {
        try {
            return JSON.readTree(
                    Service.get(path).then().statusCode(200).extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path + " is no JSON", e);
        }
    }
}
