package dev.tradeoff.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradeoff.database.FreshPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No change of the contract goes unseen: the document is kept beside the code, without the examples of answers, which
 * change with the content. After a change that is meant, the command below writes it anew, and the review sees the
 * difference.
 */
@QuarkusTest
@QuarkusTestResource(FreshPostgres.class)
@TestProfile(FirstContentOnly.class)
class BaselineTest {

    private static final Path BASELINE = Path.of("docs/openapi.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    @Test
    void the_openapi_document_is_the_one_that_was_agreed() throws IOException {
        var document = OpenApiDocument.served().json().deepCopy();
        document.findParents("responses")
                .forEach(operation -> operation.path("responses").forEach(response -> response.path("content")
                        .forEach(media -> ((ObjectNode) media).remove(List.of("example", "examples")))));
        var contract = YAML.writeValueAsString(document);
        if (Boolean.getBoolean("tradeoff.update")) {
            Files.writeString(BASELINE, contract);
        }
        assertThat(BASELINE)
                .as(
                        "the contract has changed; if that is meant: ./mvnw test -Dtest=BaselineTest -Dtradeoff.update=true")
                .hasContent(contract);
    }
}
