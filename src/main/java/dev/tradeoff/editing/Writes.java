package dev.tradeoff.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradeoff.access.Audit;
import dev.tradeoff.shared.web.Retries;
import dev.tradeoff.shared.web.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Does what a write asks for: in one transaction, once for each Idempotency-Key, and audited. */
@ApplicationScoped
public class Writes {

    private final Retries retries;
    private final Audit audit;

    Writes(Retries retries, Audit audit) {
        this.retries = retries;
        this.audit = audit;
    }

    /**
     * @param action what is done, the id of the operation: {@code putDraft}
     * @param target the address of what it is done to
     */
    @Transactional
    public RestResponse<byte[]> write(String action, String target, Supplier<Written> work) {
        return retries.once(() -> {
            var written = work.get();
            audit.record(action, target, Details.of(written));
            return written;
        });
    }

    /** What the audit keeps of an answer: that something was made or changed, where, and which version it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Details(
            int status, @Nullable String location, @Nullable Long version) {

        static Details of(Written written) {
            return new Details(written.status(), written.location(), written.version());
        }
    }
}
