package org.laurel.certificates.register.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.register.db.DateOverrideQuery;
import org.laurel.certificates.register.db.RegisterQuery;
import org.laurel.certificates.register.db.RegisterQuery.Moment;
import org.laurel.certificates.register.domain.DateOverrideChange;
import org.laurel.certificates.register.domain.RegisterEntry;
import org.laurel.kit.page.CursorPage;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Roles;

/** What changed in a range of time, for telling downstream systems once more. Source: certificates, management commands. */
@Path("/api/certificates/v1/certificates")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Register")
public class ModifiedResource {

    private final RegisterQuery register;
    private final CertificateRecords records;
    private final DateOverrideQuery overrides;

    ModifiedResource(RegisterQuery register, CertificateRecords records, DateOverrideQuery overrides) {
        this.register = register;
        this.records = records;
        this.overrides = overrides;
    }

    /**
     * The issue date that staff have set for a certificate changed.
     *
     * @param verifyUuid the certificate's public id, null when there is none
     * @param operation {@code set} or {@code removed}
     * @param date the date from then on, null when it was removed
     * @param previousDate the date before, null without one
     */
    public record DateOverrideItem(
            String learnerId,
            String courseKey,
            @Nullable String verifyUuid,
            String operation,
            @Nullable Instant date,
            @Nullable Instant previousDate,
            Instant changedAt,
            String changedBy,
            @Nullable String reason) {

        static DateOverrideItem of(DateOverrideChange change) {
            return new DateOverrideItem(
                    change.key().learnerId().value(),
                    change.key().courseKey().value(),
                    change.verifyUuid(),
                    change.date() == null ? "removed" : "set",
                    change.date(),
                    change.before(),
                    change.changedAt(),
                    change.changedBy(),
                    change.reason());
        }
    }

    @GET
    @Path("/recently-modified")
    @Operation(
            summary = "Certificates by the time of their last change",
            description =
                    "The earliest first, by business time. start is included, end is not; both may be left out. With any number "
                            + "of course_key and learner_id. To follow all changes use /changes: a fact that came late is "
                            + "modified in the past.")
    public CursorPage<CertificateRecord> recentlyModified(
            @QueryParam("course_key") List<String> courseKeys,
            @QueryParam("learner_id") List<String> learnerIds,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int size = Parameters.limit(limit);
        Moment after = Cursor.read(cursor, 3, texts -> new Moment(Cursor.time(texts.getFirst()), Cursor.key(texts, 1)));
        List<RegisterEntry> found = register.modified(
                Parameters.wanted(learnerIds, courseKeys, List.of(), null),
                Parameters.time("start", start),
                Parameters.time("end", end),
                after,
                size + 1);
        CursorPage<RegisterEntry> page = CursorPage.of(
                found,
                size,
                entry -> Cursor.of(
                        entry.issued().certificate().modifiedAt(),
                        entry.key().learnerId(),
                        entry.key().courseKey()));
        return new CursorPage<>(records.of(page.results()), page.nextCursor());
    }

    @GET
    @Path("/date-overrides")
    @Operation(
            summary = "Issue dates that staff have set, changed or taken back in a range of time",
            description =
                    "In the order in which they were written, from the history. start is included, end is not; both are "
                            + "needed. With any number of course_key and learner_id.")
    public CursorPage<DateOverrideItem> dateOverrides(
            @QueryParam("course_key") List<String> courseKeys,
            @QueryParam("learner_id") List<String> learnerIds,
            @QueryParam("start") @Nullable String start,
            @QueryParam("end") @Nullable String end,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        Instant from = Parameters.time("start", start);
        Instant until = Parameters.time("end", end);
        if (from == null || until == null) {
            throw ProblemException.badRequest("range_missing", "Give start and end, such as 2026-02-03T04:05:06Z.");
        }
        int size = Parameters.limit(limit);
        Long after = Cursor.read(cursor, 1, texts -> Long.valueOf(texts.getFirst()));
        List<DateOverrideChange> found = overrides.changes(
                Parameters.learnerIds(learnerIds),
                Parameters.courseKeys(courseKeys),
                from,
                until,
                after == null ? 0 : after,
                size + 1);
        CursorPage<DateOverrideChange> page = CursorPage.of(found, size, change -> Cursor.of(change.place()));
        return new CursorPage<>(
                page.results().stream().map(DateOverrideItem::of).toList(), page.nextCursor());
    }
}
