/** What readers get. */
package dev.tradeoff.published;
