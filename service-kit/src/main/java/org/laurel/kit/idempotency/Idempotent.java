package org.laurel.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a resource method honour the {@code Idempotency-Key} header: the same request under the same key has one effect and
 * gets the same answer. The answer is stored in the transaction of the effect and kept for 24 hours. Scope: caller, method,
 * path and key. While the first request runs, a second one is told 409 with {@code Retry-After}; the key with another body is
 * a 422. Methods with this binding return {@link jakarta.ws.rs.core.Response}. Without the header nothing
 * changes. An answer of bytes is not kept: a preview is simply made again. Nor is a 429 or a 5xx: after the time to wait the
 * request may be sent again under the same key.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
