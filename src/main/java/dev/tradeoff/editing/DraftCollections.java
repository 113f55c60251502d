package dev.tradeoff.editing;

import dev.tradeoff.knowledge.Section;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Gives each collection of a draft its own paths, names and schemas in the OpenAPI document, where the code has one
 * operation for all: clients are generated from the document, and a member of any kind is of no use to them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 100)
public final class DraftCollections implements OASFilter {

    private static final String COLLECTION = "{collection}";
    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = OASFactory.createPaths();
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains(COLLECTION)) {
                for (var section : Section.values()) {
                    paths.addPathItem(path.replace(COLLECTION, section.path()), of(section, item));
                }
            } else {
                paths.addPathItem(path, item);
            }
        });
        document.setPaths(paths);
    }

    private static PathItem of(Section section, PathItem item) {
        var copy = OASFactory.createPathItem();
        item.getOperations().forEach((method, operation) -> copy.setOperation(method, of(section, operation)));
        return copy;
    }

    private static Operation of(Section section, Operation operation) {
        var examples = MemberExamples.of(section);
        boolean listing = operation.getOperationId().startsWith("list");
        var copy = OASFactory.createOperation()
                .operationId(id(section, operation.getOperationId()))
                .summary(words(section, operation.getSummary()))
                .description(words(section, operation.getDescription()))
                .tags(operation.getTags())
                .security(operation.getSecurity());
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !"collection".equals(parameter.getName()))
                    .forEach(parameter -> copy.addParameter(of(parameter)));
        }
        var body = operation.getRequestBody();
        if (body != null) {
            copy.requestBody(OASFactory.createRequestBody()
                    .required(body.getRequired())
                    .description(words(section, body.getDescription()))
                    .content(content(
                            operation.getOperationId().startsWith("rename") ? "Renaming" : schema(section),
                            examples.sent(operation.getOperationId()))));
        }
        var responses = OASFactory.createAPIResponses();
        operation
                .getResponses()
                .getAPIResponses()
                .forEach((status, response) -> responses.addAPIResponse(
                        status, of(section, listing, status, response, examples.answered(operation.getOperationId()))));
        return copy.responses(responses);
    }

    /** Each operation its own, because others complete what it says. */
    private static Parameter of(Parameter parameter) {
        return OASFactory.createParameter()
                .name(parameter.getName())
                .in(parameter.getIn())
                .required(parameter.getRequired())
                .description(parameter.getDescription())
                .example(parameter.getExample())
                .schema(parameter.getSchema());
    }

    private static APIResponse of(
            Section section, boolean listing, String status, APIResponse response, Object example) {
        var copy = OASFactory.createAPIResponse().description(words(section, response.getDescription()));
        if (status.startsWith("2") && !"204".equals(status)) {
            copy.content(content(listing ? schema(section) + "List" : schema(section), example));
        } else {
            copy.content(response.getContent()).headers(response.getHeaders());
        }
        return copy;
    }

    private static Content content(String schema, Object example) {
        return OASFactory.createContent()
                .addMediaType(
                        JSON,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema))
                                .example(example));
    }

    private static String schema(Section section) {
        return section.type().getSimpleName();
    }

    /** {@code addDraftMember} of FAQs is {@code addDraftFaq}, {@code listDraftMembers} is {@code listDraftFaqs}. */
    private static String id(Section section, String id) {
        return id.replace("Member", schema(section));
    }

    private static @Nullable String words(Section section, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var noun = section.noun();
        var article =
                switch (section) {
                    case OPTIONS -> "an ";
                    case TOPICS, FACTORS, FINDINGS, USE_CASES, CLAIMS, SOURCES, RECOMMENDATIONS -> "a ";
                    case FAQS -> "an ";
                };
        Map<String, String> names = new LinkedHashMap<>();
        names.put("{members}", noun + "s");
        names.put("{member}", noun);
        names.put("{a member}", article + noun);
        names.put("{A member}", (article.equals("a ") ? "A " : "An ") + noun);
        var said = text;
        for (var name : names.entrySet()) {
            said = said.replace(name.getKey(), name.getValue());
        }
        return said;
    }
}
