package org.laurel.kit.job;

import org.jspecify.annotations.Nullable;

/**
 * One kind of work that is done in chunks: everything that one fact about a course or a program means for many learners. A
 * feature supplies it as a bean; the kit finds it by its kind and runs it.
 */
public interface JobStep {

    /** The largest number of commands in one chunk. */
    int CHUNK = 1_000;

    /** The kind, unique in the service. */
    String kind();

    /**
     * Does one chunk in the current transaction, by calling an ordinary use case.
     *
     * @param subject what the job is about, a course key for instance
     * @param cursor where the chunk before this one ended, null at the start
     */
    Progress advance(String subject, @Nullable String cursor);

    /**
     * How far a chunk came.
     *
     * @param cursor where it ended, null when the job is done
     * @param done how many items it worked off
     */
    record Progress(@Nullable String cursor, int done) {

        /** The last chunk. */
        public static Progress finished(int done) {
            return new Progress(null, done);
        }
    }
}
