package org.laurel.sample.bad.grading.app;

import io.quarkus.test.Mock;

/** Stands in for a real bean. */
@Mock
public class Mocks {}
