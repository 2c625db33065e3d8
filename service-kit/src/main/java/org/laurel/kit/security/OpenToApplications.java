package org.laurel.kit.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Restricted applications whose token has the scope may call this operation. No other operation takes their tokens. What their
 * {@link ApplicationGrant filters} leave them is for the operation to see to.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToApplications {

    /** The scope, such as {@code certificates:read}. */
    String value();
}
