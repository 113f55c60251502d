/**
 * What the service promises to those who write and read at the same time, whatever is killed meanwhile: shown on the
 * packaged service, one or two of them, from outside.
 */
package dev.tradeoff.promises;
