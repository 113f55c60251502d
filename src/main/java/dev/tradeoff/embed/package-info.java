/**
 * Knowledge where people already are: charts and badges as images, a comparison to be framed, elements for other pages, and
 * how they are found (oEmbed). Nothing in it is decided here: figures and verdicts are those of the API.
 */
@NullMarked
package dev.tradeoff.embed;

import org.jspecify.annotations.NullMarked;
