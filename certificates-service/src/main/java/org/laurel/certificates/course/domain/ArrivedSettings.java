package org.laurel.certificates.course.domain;

import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.Cause;

/** A version of a course run's settings that was told to us; its id is given when it is stored. */
public record ArrivedSettings(CourseKey courseKey, CourseSettings settings, Cause cause) {}
