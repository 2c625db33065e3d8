package org.laurel.enrollment.cohort.http;

/** Whether cohorts count in a course run. */
record CohortSettingsView(boolean isCohorted) {}
