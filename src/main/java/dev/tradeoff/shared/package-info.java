/** What every feature needs and none owns; knows no feature. */
@NullMarked
package dev.tradeoff.shared;

import org.jspecify.annotations.NullMarked;
