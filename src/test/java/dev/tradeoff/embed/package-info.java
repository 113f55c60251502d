/** Charts, badges and frames as other sites get them. */
package dev.tradeoff.embed;
