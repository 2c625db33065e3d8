package org.laurel.completion.progress.domain;

/** A learner's sum for a block below the course, as it is stored. Without a row nothing is earned there. */
public record BlockRow(String blockKey, Tally tally) {}
