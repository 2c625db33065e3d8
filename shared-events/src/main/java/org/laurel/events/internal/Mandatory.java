package org.laurel.events.internal;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a primitive member that must be given. Without it Jackson reads an absent or null {@code boolean} as false and
 * an absent number as zero, whatever the producer meant.
 */
@JacksonAnnotationsInside
@JsonSetter(nulls = Nulls.FAIL)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Mandatory {}
