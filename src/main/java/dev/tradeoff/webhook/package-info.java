/**
 * Webhooks: who is told of publications, and how messages reach them. What is to be sent is written by the database in the
 * publishing transaction; this package decides when and where to it is sent, by the Standard Webhooks specification.
 */
@NullMarked
package dev.tradeoff.webhook;

import org.jspecify.annotations.NullMarked;
