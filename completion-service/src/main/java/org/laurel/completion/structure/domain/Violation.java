package org.laurel.completion.structure.domain;

/** A member of a structure that breaks a rule, by its path in the document. */
public record Violation(String field, String message) {}
