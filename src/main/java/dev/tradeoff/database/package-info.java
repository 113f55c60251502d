/**
 * Where PostgreSQL comes from: the embedded server that is started when no other is configured, and its health.
 * Knows no feature.
 */
@NullMarked
package dev.tradeoff.database;

import org.jspecify.annotations.NullMarked;
