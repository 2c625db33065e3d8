package org.laurel.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
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
     * Does one chunk in the current transaction, by calling an ordinary use case. A step that has parts of it commit before, in
     * transactions of their own, has to bear that the chunk is repeated after a crash.
     */
    Progress advance(Chunk chunk);

    /**
     * What keeps it from the next chunk, in words for operators that quote no values; empty when nothing does. Asked before each
     * chunk. A job that is kept lets the others have their turn and asks again a second later.
     */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * Told in the transaction of the last chunk that the job is done, or in the transaction that cancels it. Not told of a
     * job that was given up after failures, because an operator may resume it.
     *
     * @param job with its final state, {@code done} or {@code cancelled}, and its final counts
     */
    default void finished(Job job) {}

    /**
     * What a chunk has to know.
     *
     * @param subject what the job is about, a course key for instance
     * @param parameters what the job was begun with, an empty object when nothing
     * @param cursor where the chunk before this one ended, null at the start
     */
    record Chunk(
            long jobId,
            String subject,
            JsonNode parameters,
            @Nullable String cursor) {

        /** Where the chunk before this one ended, the empty text at the start: the lowest key of any list. */
        public String after() {
            return cursor == null ? "" : cursor;
        }
    }

    /**
     * How far a chunk came.
     *
     * @param cursor where it ended, null when the job is done
     * @param done how many items it worked off
     * @param counts how many of them had which outcome; the words are the step's own
     */
    record Progress(@Nullable String cursor, int done, Map<String, Long> counts) {

        public Progress {
            counts = Map.copyOf(counts);
        }

        /** A chunk that tells no outcomes. */
        public Progress(@Nullable String cursor, int done) {
            this(cursor, done, Map.of());
        }

        /** The last chunk. */
        public static Progress finished(int done) {
            return new Progress(null, done);
        }

        /** The last chunk, with items by outcome. */
        public static Progress finished(int done, Map<String, Long> counts) {
            return new Progress(null, done, counts);
        }
    }
}
