package org.laurel.programs.progress.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.laurel.programs.catalogue.domain.CourseDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;

/**
 * In which programs a learner is engaged, and through what.
 *
 * @param inverted programs by the key of an enrolled run or the uuid of an entitled course, in the order in which both are
 *     walked; each list by title. Keys without programs are left out
 */
public record Engagement(SequencedMap<String, List<ProgramDetail>> inverted) {

    private static final Comparator<ProgramDetail> BY_TITLE =
            Comparator.comparing(ProgramDetail::title).thenComparing(ProgramDetail::uuid);

    /**
     * Walks the enrolled runs, the newest enrollment first, then the courses that the learner is entitled to. Only the
     * programs' own courses count, not those of curricula. Source: programs, inverted and engaged programs.
     *
     * @param includeCourseEntitlements whether entitlements engage, too
     */
    public static Engagement of(
            LearnerRecords records, Collection<ProgramDetail> programs, boolean includeCourseEntitlements) {
        Map<String, List<ProgramDetail>> byKey = new LinkedHashMap<>();
        programs.stream()
                .sorted(BY_TITLE)
                .forEach(program -> keys(program)
                        .distinct()
                        .forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                                .add(program)));
        Stream<String> runs = records.enrolledModes().keySet().stream().map(Object::toString);
        Stream<String> courses =
                includeCourseEntitlements ? records.entitledCourses().stream().map(Object::toString) : Stream.of();
        SequencedMap<String, List<ProgramDetail>> inverted = new LinkedHashMap<>();
        Stream.concat(runs, courses).forEach(key -> {
            List<ProgramDetail> found = byKey.get(key);
            if (found != null) {
                inverted.put(key, List.copyOf(found));
            }
        });
        return new Engagement(inverted);
    }

    /** Each program once, at its first place of the walk. */
    public List<ProgramDetail> programs() {
        Map<UUID, ProgramDetail> engaged = new LinkedHashMap<>();
        inverted.values()
                .forEach(programs -> programs.forEach(program -> engaged.putIfAbsent(program.uuid(), program)));
        return List.copyOf(engaged.values());
    }

    private static Stream<String> keys(ProgramDetail program) {
        return program.courses().stream().flatMap(Engagement::keys);
    }

    private static Stream<String> keys(CourseDetail course) {
        Stream<String> uuid = Stream.ofNullable(course.uuid()).map(Object::toString);
        return Stream.concat(uuid, course.courseKeys().map(Object::toString));
    }
}
