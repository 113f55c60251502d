@NullMarked
package dev.tradeoff;

import org.jspecify.annotations.NullMarked;
