package org.laurel.stack.demo;

import org.laurel.events.learner.LearnerSnapshot;

/**
 * A learner as the platform knows one.
 *
 * @param nickname how the demo speaks of the learner; the id and the username are made of it
 * @param id opaque, never changes
 * @param username unique, may change
 * @param fullName what stands on certificates
 */
public record Learner(String nickname, String id, String username, String fullName) {

    /** A learner of a run. */
    public static Learner of(RunId run, String nickname, String fullName) {
        return new Learner(nickname, run.learnerPrefix() + nickname, nickname + "-" + run.text(), fullName);
    }

    /** The address that the platform tells. */
    public String email() {
        return username + "@demo.example";
    }

    /** The learner as events carry one. */
    public LearnerSnapshot snapshot() {
        return new LearnerSnapshot(id, username, email(), fullName, true);
    }
}
