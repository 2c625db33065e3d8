package org.laurel.enrollment.course.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The members of a course run that platforms tell one by one. Each keeps the time of the newest fact that told it. */
public enum CourseRunMember {
    DISPLAY_NAME,
    ORG,
    START,
    END,
    ENROLLMENT_START,
    ENROLLMENT_END,
    SELF_PACED,
    CERTIFICATES_DISPLAY_BEHAVIOR,
    CERTIFICATE_AVAILABLE_DATE,
    CERTIFICATES_SHOW_BEFORE_END,
    HTML_CERTIFICATES_ENABLED,
    INVITATION_ONLY,
    MAX_ENROLLMENTS,
    MOBILE_AVAILABLE,
    IS_CCX;

    /** All members: what a request tells that replaces a course run. */
    public static final Set<CourseRunMember> ALL = Collections.unmodifiableSet(EnumSet.allOf(CourseRunMember.class));

    /** The member's name as platforms and clients write it. It is stored, so it never changes. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
