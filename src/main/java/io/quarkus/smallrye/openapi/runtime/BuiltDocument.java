package io.quarkus.smallrye.openapi.runtime;

import io.quarkus.arc.Unremovable;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the OpenAPI document as the build has written it. Quarkus parses its megabyte and writes it anew whenever the
 * service starts, so that filters may change it then: ours all run in the build. That was a fifth of a start.
 *
 * <p>It stands in this package because the method that is left out is visible here only; and only the packaged service has
 * it, because in development and in tests our classes have a loader, and so a package, of their own.
 */
@IfBuildProfile("prod")
@Alternative
@Priority(1)
@Unremovable // it is looked up, not injected
@Singleton
@NullMarked
class BuiltDocument extends OpenApiDocumentService {

    private final Map<Format, byte[]> documents = new ConcurrentHashMap<>();

    @Override
    void prepareDocument(
            @Nullable AutoSecurityFilter security, Map<RunStage, List<String>> filters, String documentName) {}

    @Override
    public byte[] getDocument(String documentName, Format format) {
        return documents.computeIfAbsent(format, BuiltDocument::read);
    }

    private static byte[] read(Format format) {
        var file = OpenApiConstants.BASE_NAME + "." + format;
        try (var document = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (document == null) throw new IllegalStateException("The build has left no " + file);
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
