package org.laurel.programs.catalogue.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A run of a program document.
 *
 * @param members the run as the document has it
 */
public record RunDetail(CourseKey courseKey, Members members) {

    /** Reads a run; nothing when its key is none. */
    static Stream<RunDetail> of(Members members) {
        String key = members.text("key");
        try {
            return Stream.of(new RunDetail(new CourseKey(key == null ? "" : key), members));
        } catch (IllegalArgumentException malformed) {
            return Stream.of();
        }
    }

    public @Nullable String title() {
        return members.text("title");
    }

    /** Slug of the seat mode that the program asks for, null when any mode will do. */
    public @Nullable String type() {
        return members.text("type");
    }

    /** {@code published} or {@code unpublished}. */
    public @Nullable String status() {
        return members.text("status");
    }

    public boolean isPublished() {
        return "published".equals(status());
    }

    public @Nullable Instant start() {
        return members.time("start");
    }

    /** Ways to take part, in the order of the document. */
    public List<SeatDetail> seats() {
        return members.objects("seats").stream().map(SeatDetail::of).toList();
    }

    /** Who teaches it, in the order of the document; people without a name are left out. */
    public List<InstructorDetail> instructors() {
        return members.objects("instructors").stream()
                .flatMap(InstructorDetail::of)
                .toList();
    }
}
