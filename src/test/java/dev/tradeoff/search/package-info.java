/** How text becomes words, and questions answers. */
package dev.tradeoff.search;
