/** What people see: the pages in a real browser. */
@NullMarked
package dev.tradeoff.browser;

import org.jspecify.annotations.NullMarked;
