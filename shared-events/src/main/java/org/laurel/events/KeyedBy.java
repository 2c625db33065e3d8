package org.laurel.events;

/** What the record key of a topic is. Order is kept per key only. */
public enum KeyedBy {
    /** The learner id; all such topics have the same number of partitions. */
    LEARNER,
    /** The course key, in its original text. */
    COURSE,
    /** The program's uuid in canonical lower-case form. */
    PROGRAM,
    /** An anonymised name of a learner, always the same, which only its writer can make of the learner id. */
    ACTOR
}
