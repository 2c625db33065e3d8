package org.laurel.certificates.course.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of a course run and no event carries, so that staff set it here. Null is not known. Source:
 * certificates, section 7.7.
 *
 * @param language a language tag, {@code fr} or {@code es-419}
 * @param weeksToComplete how many weeks the course run takes
 * @param maxEffort how many hours a week it takes at most
 */
public record CatalogueFacts(
        @Nullable String language,
        @Nullable Integer weeksToComplete,
        @Nullable Integer maxEffort) {

    /** Nothing is known. */
    public static final CatalogueFacts NONE = new CatalogueFacts(null, null, null);

    /** Hours of work in all; null unless both numbers are known. */
    public @Nullable Integer hoursOfEffort() {
        return weeksToComplete == null || maxEffort == null ? null : weeksToComplete * maxEffort;
    }

    /** These with those that a change has a value for; cleared ones are no longer known. */
    CatalogueFacts with(CatalogueFacts change, Set<String> cleared) {
        return new CatalogueFacts(
                cleared.contains("language") ? null : change.language == null ? language : change.language,
                cleared.contains("weeks_to_complete")
                        ? null
                        : change.weeksToComplete == null ? weeksToComplete : change.weeksToComplete,
                cleared.contains("max_effort") ? null : change.maxEffort == null ? maxEffort : change.maxEffort);
    }
}
