package dev.tradeoff.contract;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;

/** Fails where an answer has a status, a header or a field that the OpenAPI document does not name. */
final class ContractFilter implements Filter {

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        OpenApiDocument.served().check(request.getMethod(), path(request.getURI()), response);
        return response;
    }

    /** As it was written, even where it is no valid URI. */
    private static String path(String uri) {
        var withoutOrigin = uri.replaceFirst("^https?://[^/?]*", "");
        return withoutOrigin.split("\\?", 2)[0];
    }
}
