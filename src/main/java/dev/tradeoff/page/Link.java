package dev.tradeoff.page;

/** A thing and where it stands. */
public record Link(String name, String href) {}
