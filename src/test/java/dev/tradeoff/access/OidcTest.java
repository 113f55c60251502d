package dev.tradeoff.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.tradeoff.contract.Service;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWireMock;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of a configured OIDC issuer are taken for what they are, and whatever only looks like one is not. */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(OidcTest.WithIssuer.class)
class OidcTest {

    private static final String REALM = "/auth/realms/tradeoff";
    private static final String AUDIENCE = "tradeoff";
    private static final String TOKENS = "/api/v1/tokens";

    public static final class WithIssuer implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OidcWiremockTestResource.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tradeoff.access.oidc.issuer", "${keycloak.url}/realms/tradeoff",
                    "tradeoff.access.oidc.audience", AUDIENCE,
                    "tradeoff.access.oidc.roles-claim", "realm_access/roles",
                    "tradeoff.access.oidc.roles.publisher", "release-manager,editor-in-chief",
                    "tradeoff.access.oidc.roles.admin", "platform-admin");
        }
    }

    @OidcWireMock
    WireMockServer issuer;

    /** The mock's own document names an issuer that is elsewhere. */
    @BeforeEach
    void names_itself() {
        var address = issuer.baseUrl();
        issuer.stubFor(WireMock.get(REALM + "/.well-known/openid-configuration")
                .willReturn(WireMock.okJson("{\"issuer\": \"" + address + REALM + "\", \"jwks_uri\": \"" + address
                        + "/auth/realms/quarkus/protocol/openid-connect/certs\"}")));
    }

    @ParameterizedTest
    @CsvSource({
        "platform-admin, 200, ''",
        "editor, 403, 'editor'",
        "release-manager, 403, 'editor, publisher'",
        "editor-in-chief, 403, 'editor, publisher'",
        "admin, 403, 'no role'"
    })
    void the_values_of_a_claim_stand_for_roles(String value, int status, String has) {
        var answer = ask(claims(value).sign()).statusCode(status);
        if (status == 403) {
            answer.body("detail", containsString("has " + has));
        }
    }

    @Test
    void what_is_done_with_a_token_of_the_issuer_is_kept_with_its_subject() {
        var token = claims("platform-admin").preferredUserName("Ada").sign();
        String id = Service.with(token)
                .contentType("application/json")
                .body("{\"name\": \"x\", \"roles\": [\"editor\"]}")
                .post(TOKENS)
                .then()
                .statusCode(201)
                .body("owner", equalTo("Ada"))
                .extract()
                .path("id");
        Service.as("admin")
                .get("/api/v1/audit?target=" + TOKENS + "/" + id)
                .then()
                .body("items[0].actor", equalTo("Ada"))
                .body("items[0].actorKind", equalTo("oidc"))
                .body("items[0].actorId", equalTo("4711"));
    }

    @Test
    void an_expired_token_is_refused_and_kept_by_name() {
        var token = claims("platform-admin")
                .preferredUserName("late")
                .issuedAt(Instant.now().minusSeconds(7200))
                .expiresAt(Instant.now().minusSeconds(3600))
                .sign();
        refused(token).body("detail", equalTo("The token has expired."));
        kept("late", "The token has expired.");
    }

    @Test
    void a_token_for_another_service_is_refused_and_kept_by_name() {
        var token = claims("platform-admin")
                .preferredUserName("stray")
                .audience("another")
                .sign();
        refused(token).body("detail", equalTo("The token was issued for another service."));
        kept("stray", "The token was issued for another service.");
    }

    @Test
    void a_token_without_audience_is_refused() {
        refused(Jwt.issuer(issuer.baseUrl() + REALM)
                .subject("4711")
                .claim("realm_access", Map.of("roles", List.of("platform-admin")))
                .sign());
    }

    @Test
    void a_token_of_a_foreign_issuer_is_nobodys() {
        nobody(claims("platform-admin").issuer("https://elsewhere.example.com").sign());
    }

    @Test
    void a_token_signed_by_a_foreign_key_is_nobodys() throws NoSuchAlgorithmException {
        var foreign = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        nobody(claims("platform-admin").jws().keyId("1").sign(foreign.getPrivate()));
        nobody(claims("platform-admin").jws().keyId("unknown").sign(foreign.getPrivate()));
    }

    @Test
    void an_unsigned_token_is_nobodys() {
        var signed = claims("platform-admin").sign().split("\\.");
        nobody(signed[0] + "." + signed[1] + ".");
        nobody(base64("{\"alg\":\"none\"}") + "." + signed[1] + ".");
        nobody(base64("{\"alg\":\"None\",\"kid\":\"1\"}") + "." + signed[1] + "." + signed[2]);
        nobody(signed[0] + "." + signed[1]);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_is_nobodys() {
        var published = OidcWiremockTestResource.getCertificate().getPublicKey();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(published.getEncoded())
                + "\n-----END PUBLIC KEY-----";
        for (var secret : List.of(published.getEncoded(), pem.getBytes(StandardCharsets.UTF_8))) {
            nobody(claims("platform-admin")
                    .jws()
                    .keyId("1")
                    .algorithm(SignatureAlgorithm.HS256)
                    .sign(new SecretKeySpec(secret, "HmacSHA256")));
        }
    }

    @Test
    void a_token_whose_claims_were_changed_is_nobodys() {
        var mine = claims("editor").sign().split("\\.");
        var wanted = claims("platform-admin").sign().split("\\.");
        nobody(mine[0] + "." + wanted[1] + "." + mine[2]);
    }

    @Test
    void tokens_of_our_own_are_taken_beside() {
        Service.with(Service.newToken("admin")).get(TOKENS).then().statusCode(200);
        Service.as("admin").get(TOKENS).then().statusCode(200);
    }

    private JwtClaimsBuilder claims(String role) {
        return Jwt.issuer(issuer.baseUrl() + REALM)
                .subject("4711")
                .audience(AUDIENCE)
                .claim("realm_access", Map.of("roles", List.of(role)));
    }

    private static ValidatableResponse ask(String token) {
        return Service.with(token).get(TOKENS).then();
    }

    private static ValidatableResponse refused(String token) {
        return ask(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"tradeoff\", error=\"invalid_token\"");
    }

    /** Refused, told nothing, and counted. */
    private static void nobody(String token) {
        long before = attempts();
        refused(token).body("detail", equalTo("The token is not known here."));
        assertThat(attempts()).isEqualTo(before + 1);
    }

    private static void kept(String actor, String reason) {
        Service.as("admin")
                .get("/api/v1/audit?outcome=refused&actor=" + actor)
                .then()
                .body("items[0].details.reason", equalTo(reason))
                .body("items[0].actorKind", equalTo("oidc"));
    }

    private static long attempts() {
        return Service.as("admin")
                .get("/api/v1/audit?action=attempt&limit=100")
                .jsonPath()
                .getList("items.count", Integer.class)
                .stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
