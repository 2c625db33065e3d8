package org.laurel.sample.bad.grading.domain;

/** A name that says nothing. */
public final class GradeHelper {}
