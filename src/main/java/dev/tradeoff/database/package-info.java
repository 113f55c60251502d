/**
 * Where PostgreSQL comes from: the embedded server that is started when no other is configured, and its health.
 * Decides what runs before, beside and after Quarkus, and how a start that cannot succeed says so; and how single statements
 * are asked and changes are put in one order. Knows no feature.
 */
@NullMarked
package dev.tradeoff.database;

import org.jspecify.annotations.NullMarked;
