package org.laurel.sample.good;

/** A class of the service itself, outside any feature. */
public final class SampleApplication {}
