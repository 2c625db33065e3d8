package org.laurel.sample.bad.grading.domain;

import java.util.Random;

/** A rule that throws dice. */
public record Draw(Random dice) {}
