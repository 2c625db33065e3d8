package org.laurel.stack.demo;

import java.util.function.BooleanSupplier;

/**
 * Something that must come true.
 *
 * @param what a sentence in the present tense, shown if it does not
 */
record Expectation(String what, BooleanSupplier holds) {}
