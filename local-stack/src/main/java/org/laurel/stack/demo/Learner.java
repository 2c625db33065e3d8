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
record Learner(String nickname, String id, String username, String fullName) {

    static Learner of(RunId run, String nickname, String fullName) {
        return new Learner(nickname, run.learnerPrefix() + nickname, nickname + "-" + run.text(), fullName);
    }

    String email() {
        return username + "@demo.example";
    }

    LearnerSnapshot snapshot() {
        return new LearnerSnapshot(id, username, email(), fullName, true);
    }
}
