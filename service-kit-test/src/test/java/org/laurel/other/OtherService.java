package org.laurel.other;

/** A class of another service. */
public final class OtherService {}
