package dev.tradeoff.search;

/**
 * A word of a text, at its place.
 *
 * @param term how the index knows it: in lower case, without accents, stemmed
 * @param spelling how it is written, in lower case and without accents
 * @param start offset of its first UTF-16 code unit in the text
 * @param end offset behind its last one
 * @param position which word of the text it is, counting from 0; a compound has the position of its first part
 * @param parts over how many positions it reaches: 1, or for a compound such as {@code Node.js} as many as it joins
 * @param compound whether its parts stand in the text as words of their own, too
 */
record Word(String term, String spelling, int start, int end, int position, int parts, boolean compound) {}
