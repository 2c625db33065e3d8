package org.laurel.sample.bad.grading.domain;

import org.laurel.kit.domain.DomainFact;

/** A fact that no mapping covers. */
public record UnmappedFact() implements DomainFact {}
