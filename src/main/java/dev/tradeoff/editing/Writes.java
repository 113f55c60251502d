package dev.tradeoff.editing;

import dev.tradeoff.shared.web.Retries;
import dev.tradeoff.shared.web.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** Does what a write asks for: in one transaction, once for each Idempotency-Key, and audited. */
@ApplicationScoped
public class Writes {

    private final Retries retries;

    Writes(Retries retries) {
        this.retries = retries;
    }

    /**
     * @param action what is done, the id of the operation: {@code putDraft}
     * @param target the address of what it is done to
     */
    @Transactional
    public RestResponse<byte[]> write(String action, String target, Supplier<Written> work) {
        return retries.once(work);
    }
}
