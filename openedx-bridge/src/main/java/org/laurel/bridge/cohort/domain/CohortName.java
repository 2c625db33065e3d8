package org.laurel.bridge.cohort.domain;

import org.laurel.events.key.CourseKey;

/** What Open edX calls a cohort. */
public record CohortName(CourseKey courseKey, String name) {}
