/** Decision analysis over HTTP: what is asked, what is answered, what is refused. */
package dev.tradeoff.analysis;
