package org.laurel.kit.domain;

/** Stands for the kit's type of the same name, which this module cannot depend on. */
public interface DomainFact {}
