package org.laurel.enrollment.course.domain;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.BusinessTime;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.domain.FactOrder;

/**
 * Since when each member of a course run is as it is. Facts that tell all members are remembered once for all of them, others
 * member by member; a member's newest fact is the later of the two.
 *
 * @param key the course run
 * @param places the places of the newest facts; those of other subjects do not matter
 */
public record CourseRunTimes(CourseKey key, Map<Subject, FactOrder> places) {

    /** The subjects under which the newest facts about a course run are remembered. */
    public static List<Subject> subjects(CourseKey key) {
        return Stream.concat(
                        Stream.of(Subject.courseRun(key)),
                        CourseRunMember.ALL.stream().map(member -> subject(key, member)))
                .toList();
    }

    /** The place of a command among the facts about this course run. */
    public FactOrder place(BusinessTime time) {
        Collection<FactOrder> known =
                subjects(key).stream().map(places::get).filter(Objects::nonNull).toList();
        return time.placeAfter(known);
    }

    /** Those of the told members about which nothing newer is known. */
    public Set<CourseRunMember> newer(FactOrder place, Set<CourseRunMember> told) {
        Set<CourseRunMember> newer = EnumSet.noneOf(CourseRunMember.class);
        told.stream()
                .filter(member -> isNewer(place, Subject.courseRun(key)) && isNewer(place, subject(key, member)))
                .forEach(newer::add);
        return newer;
    }

    /** What is to be remembered of a fact that tells these members. */
    public Map<Subject, FactOrder> learned(FactOrder place, Set<CourseRunMember> told) {
        if (told.equals(CourseRunMember.ALL)) {
            return isNewer(place, Subject.courseRun(key)) ? Map.of(Subject.courseRun(key), place) : Map.of();
        }
        Map<Subject, FactOrder> learned = new HashMap<>();
        newer(place, told).forEach(member -> learned.put(subject(key, member), place));
        return learned;
    }

    private boolean isNewer(FactOrder place, Subject subject) {
        @Nullable FactOrder known = places.get(subject);
        return known == null || place.isAfter(known);
    }

    private static Subject subject(CourseKey key, CourseRunMember member) {
        return Subject.courseRunMember(key, member.wireName());
    }
}
