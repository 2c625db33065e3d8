package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a program asks besides its own courses: further courses, and whole programs inside it. */
public record CurriculumDetail(
        @Nullable UUID uuid, boolean isActive, List<CourseDetail> courses, List<ProgramDetail> programs) {

    public CurriculumDetail {
        courses = List.copyOf(courses);
        programs = List.copyOf(programs);
    }

    /** Reads a curriculum; a program in it without a uuid is left out. */
    static CurriculumDetail of(Members members) {
        return new CurriculumDetail(
                members.uuid("uuid"),
                members.isTrue("is_active"),
                members.objects("courses").stream().map(CourseDetail::of).toList(),
                members.objects("programs").stream()
                        .flatMap(CurriculumDetail::program)
                        .toList());
    }

    private static Stream<ProgramDetail> program(Members members) {
        UUID uuid = members.uuid("uuid");
        return uuid == null ? Stream.of() : Stream.of(ProgramDetail.of(uuid, members));
    }
}
