/** What can be chosen: technologies, their aliases and what they are part of. Not versioned: a change is live at once. */
@NullMarked
package dev.tradeoff.technology;

import org.jspecify.annotations.NullMarked;
