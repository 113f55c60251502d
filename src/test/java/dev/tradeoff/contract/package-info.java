/** What every answer promises: the OpenAPI document is true, complete, clean and stable. */
package dev.tradeoff.contract;
