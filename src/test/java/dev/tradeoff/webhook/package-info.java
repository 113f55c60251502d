/** Messages to those who want to be told. */
package dev.tradeoff.webhook;
