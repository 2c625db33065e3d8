package org.laurel.enrollment.course.domain;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A change of one mode in a course run's list; the others stay as they are. */
public sealed interface ModeEdit {

    /** One more mode, at the end of the list. */
    record Add(CourseMode mode) implements ModeEdit {}

    /**
     * New values for a mode, in its place.
     *
     * @param currency tells modes of one slug apart, see {@link CourseModes#find}
     */
    record Amend(String slug, @Nullable String currency, UnaryOperator<CourseMode> change) implements ModeEdit {}

    /**
     * The mode is offered no more.
     *
     * @param currency tells modes of one slug apart, see {@link CourseModes#find}
     */
    record Remove(String slug, @Nullable String currency) implements ModeEdit {}
}
