package org.laurel.sample.bad.grading;

/** Lies beside the leaves. */
public final class Stray {}
