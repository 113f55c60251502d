/** Who may do what: tokens, roles, and the audit of what was done and refused. Knows no feature that asks for a role. */
@NullMarked
package dev.tradeoff.access;

import org.jspecify.annotations.NullMarked;
