package dev.tradeoff.contract;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The running service; each of its answers is held against the OpenAPI document. */
public final class Service {

    public static final String FIRST = "/api/v1/comparisons/nodejs-vs-python-backend";

    private Service() {}

    /** A request whose answer must be as the document says. Paths go out as they are written. */
    public static RequestSpecification request() {
        return given().spec(new RequestSpecBuilder()
                .setUrlEncodingEnabled(false)
                .setConfig(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .addFilter(new ContractFilter())
                .build());
    }

    public static Response get(String path) {
        return request().get(path);
    }
}
