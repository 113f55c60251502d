package dev.tradeoff.page;

/** What is said of something that has a name. */
public record Named(String name, String said) {}
