package org.laurel.events;

/**
 * Every Kafka topic of Laurel. A topic holds one family of facts under one kind of key.
 *
 * <p>Personal data here means names, usernames and email addresses. The opaque learner id does not count: it stays as a
 * tombstone after a learner is erased.
 */
public enum Topic {
    GRADES("laurel.grades", KeyedBy.LEARNER, false),
    IDENTITIES("laurel.identities", KeyedBy.LEARNER, false),
    ACTIVITY("laurel.activity", KeyedBy.LEARNER, false),
    COURSE_REQUESTS("laurel.course-requests", KeyedBy.COURSE, false),
    COURSES("laurel.courses", KeyedBy.COURSE, false),
    COURSE_STRUCTURES("laurel.course-structures", KeyedBy.COURSE, false),
    ENROLLMENT_REQUESTS("laurel.enrollment-requests", KeyedBy.LEARNER, true),
    LEARNERS("laurel.learners", KeyedBy.LEARNER, true),
    ENROLLMENTS("laurel.enrollments", KeyedBy.LEARNER, true),
    CERTIFICATES("laurel.certificates", KeyedBy.LEARNER, true),
    CERTIFICATE_DATES("laurel.certificate-dates", KeyedBy.COURSE, false),
    PROGRAM_CREDENTIALS("laurel.program-credentials", KeyedBy.LEARNER, false),
    COMPLETIONS("laurel.completions", KeyedBy.LEARNER, false),
    PROGRAMS("laurel.programs", KeyedBy.PROGRAM, false),
    ERASURES("laurel.erasures", KeyedBy.LEARNER, false),
    XAPI("laurel.xapi", KeyedBy.ACTOR, false);

    private static final int KIB = 1024;

    private final String topicName;
    private final KeyedBy keyedBy;
    private final boolean personalData;

    Topic(String topicName, KeyedBy keyedBy, boolean personalData) {
        this.topicName = topicName;
        this.keyedBy = keyedBy;
        this.personalData = personalData;
    }

    /** Name of the topic in Kafka. */
    public String topicName() {
        return topicName;
    }

    /**
     * The largest value in bytes, before compression; receivers do not take a larger one. A deployment may set other limits:
     * ask its operators.
     */
    public int largestValue() {
        return this == COURSE_STRUCTURES ? 16 * KIB * KIB : 64 * KIB;
    }

    /** What the record key is; order is kept per key only. */
    public KeyedBy keyedBy() {
        return keyedBy;
    }

    /** Whether bodies on this topic may hold names, usernames or email addresses. */
    public boolean carriesPersonalData() {
        return personalData;
    }
}
