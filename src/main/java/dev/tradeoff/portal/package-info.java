/**
 * What developer portals read of the service: the entities of Backstage's catalogue, and its tech radar. Both are made of
 * published knowledge and of the operator's configuration; nothing is decided here that nobody has decided.
 */
@NullMarked
package dev.tradeoff.portal;

import org.jspecify.annotations.NullMarked;
