package org.laurel.programs.catalogue.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.CourseKey;

/**
 * A course of a program document.
 *
 * @param uuid the catalogue's id of the course, null when the document does not give one
 * @param runs in the order of the document; one without a proper key is left out
 * @param members the course as the document has it
 */
public record CourseDetail(@Nullable UUID uuid, List<RunDetail> runs, Members members) {

    public CourseDetail {
        runs = List.copyOf(runs);
    }

    static CourseDetail of(Members members) {
        return new CourseDetail(
                members.uuid("uuid"),
                members.objects("course_runs").stream().flatMap(RunDetail::of).toList(),
                members);
    }

    /** The catalogue's key such as {@code Org+Course}. */
    public @Nullable String key() {
        return members.text("key");
    }

    /** What a person calls it; the key when it has no title, else empty. */
    public String title() {
        String title = members.text("title");
        String key = key();
        return title != null ? title : key != null ? key : "";
    }

    /** Who gives the course. */
    public List<OrganizationDetail> owners() {
        return members.objects("owners").stream().map(OrganizationDetail::of).toList();
    }

    /** What may be bought for the course as a whole, in the order of the document. */
    public List<ProductDetail> entitlements() {
        return members.objects("entitlements").stream().map(ProductDetail::of).toList();
    }

    /** The keys of its runs. */
    public Stream<CourseKey> courseKeys() {
        return runs.stream().map(RunDetail::courseKey);
    }
}
