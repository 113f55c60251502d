package dev.tradeoff.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose addresses people follow and pass on. Other programs add parameters of their own to such links
 * ({@code utm_source}, say): what the operation does not know is passed over. Pages are no part of the API, and stay out
 * of its document ({@code @Operation(hidden = true)}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForPeople {}
