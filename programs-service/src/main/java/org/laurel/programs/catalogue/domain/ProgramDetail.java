package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A whole program document, read for display. What is missing or of a wrong type is absent: null, false or empty. Source:
 * programs, catalog document.
 *
 * @param courses the program's own courses in the order of the document, those of its curricula left out
 * @param members the document itself, with what nobody here knows
 */
public record ProgramDetail(UUID uuid, List<CourseDetail> courses, Members members) {

    public ProgramDetail {
        courses = List.copyOf(courses);
    }

    /** Reads a document that is kept under this uuid. */
    public static ProgramDetail of(UUID uuid, Members document) {
        return new ProgramDetail(
                uuid, document.objects("courses").stream().map(CourseDetail::of).toList(), document);
    }

    /** What a person calls it, empty without a title. */
    public String title() {
        String title = members.text("title");
        return title == null ? "" : title;
    }

    /** Display name of the type such as {@code MicroMasters}, perhaps translated. */
    public @Nullable String type() {
        return members.text("type");
    }

    /** Stable name of the type such as {@code micromasters}, made of the display name when it is not given, else empty. */
    public String typeSlug() {
        String slug = members.object("type_attrs").text("slug");
        String name = type();
        return slug != null
                ? slug
                : name == null ? "" : name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** Where it stands; active when the document does not say. */
    public ProgramStatus status() {
        String status = members.text("status");
        try {
            return status == null ? ProgramStatus.ACTIVE : ProgramStatus.of(status);
        } catch (IllegalArgumentException unknown) {
            return ProgramStatus.UNPUBLISHED;
        }
    }

    /** Who gives the program, in the order of the document. */
    public List<OrganizationDetail> authoringOrganizations() {
        return members.objects("authoring_organizations").stream()
                .map(OrganizationDetail::of)
                .toList();
    }

    /** Modes whose seats and entitlements count when the whole program is bought. */
    public List<String> applicableSeatTypes() {
        return members.texts("applicable_seat_types");
    }

    public boolean isEligibleForOneClickPurchase() {
        return members.isTrue("is_program_eligible_for_one_click_purchase");
    }

    /** Numbers of the program's pathways, null when the catalogue did not finish telling of them. */
    public @Nullable List<Long> pathwayIds() {
        return members.hasList("pathway_ids") ? members.wholes("pathway_ids") : null;
    }

    /** Instructors who stand first, in this order. */
    public List<InstructorName> instructorOrdering() {
        return members.objects("instructor_ordering").stream()
                .map(InstructorName::of)
                .toList();
    }

    /** Hours. */
    public @Nullable Integer totalHoursOfEffort() {
        return members.whole("total_hours_of_effort");
    }

    /** The keys of the runs of the program's own courses. */
    public List<CourseKey> courseKeys() {
        return courses.stream().flatMap(CourseDetail::courseKeys).toList();
    }
}
