/**
 * Who may do what: tokens of our own and those of an OIDC issuer, roles, closed reads, and the audit of what was done and
 * refused. Decides who a caller is before an operation runs. Knows no feature that asks for a role.
 */
@NullMarked
package dev.tradeoff.access;

import org.jspecify.annotations.NullMarked;
