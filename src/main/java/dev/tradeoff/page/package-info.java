/**
 * Pages for people: what is published, as HTML that a browser shows without a script, links to and prints. What editors wrote is
 * text here, whatever it looks like. Records and methods that templates read are public, since templates are compiled
 * against them.
 */
@NullMarked
package dev.tradeoff.page;

import org.jspecify.annotations.NullMarked;
