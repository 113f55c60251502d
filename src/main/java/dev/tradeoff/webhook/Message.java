package dev.tradeoff.webhook;

import java.time.Instant;

/**
 * What a receiver is sent (Standard Webhooks).
 *
 * @param timestamp when what it tells happened
 * @param data as the change is told to those who follow; of a ping, the webhook
 */
record Message(String type, Instant timestamp, Object data) {

    /** What a ping tells. */
    record Ping(String webhook) {}
}
