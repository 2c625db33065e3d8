package org.laurel.certificates.instructor.http;

/** What instructors are told when a learner cannot be found. */
final class Words {

    /** Nobody is named. */
    static final String NOBODY_NAMED = "Enter the username or the email address of a learner.";

    private Words() {}

    /** Nobody has this name. */
    static String unknown(String name) {
        return name.isBlank() ? NOBODY_NAMED : name + " does not exist. Check the username or the email address.";
    }

    /** The learner has no certificate exception. */
    static String notListed(String name) {
        return name + " has no certificate exception in this course run.";
    }

    /** There is no certificate. */
    static String noCertificate(String name) {
        return name + " has no certificate in this course run.";
    }

    /** What was done, and that it takes effect later when it is held back. */
    static String done(String what, boolean withheld) {
        return withheld
                ? what
                        + " The certificate changes once decisions take effect in this course run again; ask an operator."
                : what;
    }

    /** The certificate is not invalidated. */
    static String notInvalidated(String name) {
        return "The certificate of " + name + " is not invalidated.";
    }
}
