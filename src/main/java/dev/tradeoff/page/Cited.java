package dev.tradeoff.page;

/**
 * A claim that a figure rests on.
 *
 * @param number its place among the comparison's claims, from 1
 * @param href where it stands on the comparison's page
 * @param issues what is weak about it; empty if nothing is known to be
 */
public record Cited(int number, String href, String statement, String issues) {}
