/** Those who follow what is published. */
package dev.tradeoff.feed;
