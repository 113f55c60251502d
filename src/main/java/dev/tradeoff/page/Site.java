package dev.tradeoff.page;

/**
 * The service as the readers of a page know it.
 *
 * @param base what absolute links begin with, without a slash at its end
 */
public record Site(String base, Assets assets) {}
