package org.laurel.programs.record.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A learner's grade in a course run, as a record shows it.
 *
 * @param letter empty when the course has no name for it
 * @param percent from 0 to 1
 * @param verified whether it counts as an attempt
 * @param at when it came to be
 */
public record EarnedGrade(String letter, BigDecimal percent, boolean verified, Instant at) {}
