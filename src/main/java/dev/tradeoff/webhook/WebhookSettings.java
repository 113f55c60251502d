package dev.tradeoff.webhook;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Where messages may be sent to, and how. */
@ConfigMapping(prefix = "tradeoff.webhook")
interface WebhookSettings {

    /** Whether messages may be sent to private and local addresses: what else listens there can then be reached by admins. */
    boolean allowPrivateAddresses();

    /** Whether they may be sent without TLS. */
    boolean allowHttp();

    /** So long a receiver may take to answer. */
    Duration timeLimit();

    /** So often what is due is looked for, besides when something is published. */
    Duration look();
}
