package org.laurel.completion.standing.domain;

/**
 * As whom a learner is counted in the numbers of a course run.
 *
 * @param active whether the learner is enrolled; others are not counted
 * @param cohorts ids of the learner's cohorts, ascending and separated by commas
 * @param roles the learner's roles in the course run and its organisation, sorted and separated by commas
 */
public record Membership(boolean active, String cohorts, String roles) {

    /** Somebody who is not counted. */
    public static final Membership NONE = new Membership(false, "", "");
}
