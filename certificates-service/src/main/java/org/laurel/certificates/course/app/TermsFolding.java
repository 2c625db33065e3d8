package org.laurel.certificates.course.app;

/** The jobs that fold changed terms into the certificates of all learners whom they concern. */
public interface TermsFolding {

    /** Folds a course run's terms in. The subject is the course key. */
    String JOB = "fold-course-terms";

    /** Submits a {@link #JOB} for each course run, since something holds for all of them. */
    String SITE_JOB = "fold-site-terms";
}
