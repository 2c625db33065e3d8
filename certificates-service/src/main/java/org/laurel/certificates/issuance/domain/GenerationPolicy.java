package org.laurel.certificates.issuance.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deployment's own say in what is granted: it may refuse with a reason that appears in the trace. None is installed by
 * default; one is added as a CDI bean.
 *
 * <p>A decision is made again whenever a fact comes late, so the answer must depend on the request alone and be the same every
 * time; and it is asked within a transaction, so it must not wait for anything. Source: certificates, the task and its filter.
 */
@FunctionalInterface
public interface GenerationPolicy {

    /**
     * What is about to be granted.
     *
     * @param grade the grade that the certificate would have, empty without one
     */
    record Request(CaseKey key, @Nullable String mode, String grade, GenerationMode generationMode) {}

    /** The reason against it, empty when there is none. */
    Optional<String> refusal(Request request);
}
