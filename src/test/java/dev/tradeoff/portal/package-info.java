/** What portals and generated clients get: accepted by those who read it. */
package dev.tradeoff.portal;
