/** How the service speaks HTTP: strict requests, conditional and compressed answers, lists and their cursors. */
@NullMarked
package dev.tradeoff.shared.web;

import org.jspecify.annotations.NullMarked;
