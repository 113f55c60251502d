/** What the OpenAPI document says beside what the code says by itself. */
@NullMarked
package dev.tradeoff.shared.openapi;

import org.jspecify.annotations.NullMarked;
