package org.laurel.completion.progress.domain;

import org.laurel.completion.structure.domain.Profile;

/**
 * Of which learners a number of kind {@link Counter.Kind#LEARNERS} is.
 *
 * @param bracket how far they are, see {@link Bracket}
 * @param profile what they saw when they were counted
 */
public record LearnersItem(int bracket, Profile profile) {

    /** The item with this {@link #text}. */
    public static LearnersItem of(String text) {
        int space = text.indexOf(' ');
        return new LearnersItem(Integer.parseInt(text.substring(0, space)), Profile.of(text.substring(space + 1)));
    }

    /** The item as it is stored: the bracket, a space and the id of the profile. */
    public String text() {
        return bracket + " " + profile.id();
    }
}
