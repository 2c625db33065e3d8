package org.laurel.completion.structure.domain;

import java.util.Set;

/**
 * A visibility profile: everybody with the same one sees the same blocks of a course run, but for what is assigned to single
 * learners. Its text is its id.
 *
 * @param structureId of the stored structure, 0 before any is known
 * @param typesVersion of the {@link BlockTypes}
 * @param releaseStep how many of the structure's release times have come
 * @param audience {@link #STAFF}, or the groups among those that the structure names to which the learner belongs, sorted and
 *     separated by a line feed
 */
public record Profile(long structureId, long typesVersion, int releaseStep, String audience) {

    /** The audience of course staff, who see everything. A group cannot have this name. */
    public static final String STAFF = "\n";

    /** The profile of everybody in a course run without a structure. */
    public static final Profile UNBASED = new Profile(0, 0, 0, "");

    /** Whether this is the profile of course staff. */
    boolean isStaff() {
        return audience.equals(STAFF);
    }

    /** The groups of the audience; none for staff. */
    Set<String> groups() {
        return isStaff() ? Set.of() : Set.of(audience.split("\n", -1));
    }

    /** The profile with this {@link #id}. */
    public static Profile of(String id) {
        String[] parts = id.split(":", 4);
        return new Profile(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]), parts[3]);
    }

    /** The id: equal for equal profiles only. */
    public String id() {
        return structureId + ":" + typesVersion + ":" + releaseStep + ":" + audience;
    }
}
