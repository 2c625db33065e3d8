package org.laurel.certificates.maintenance.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.maintenance.app.PdfReferencePurge;
import org.laurel.certificates.maintenance.app.PdfReferencePurge.Purge;
import org.laurel.certificates.maintenance.app.RenotificationStart;
import org.laurel.certificates.maintenance.app.RenotificationStart.Start;
import org.laurel.certificates.maintenance.db.SelectionQuery;
import org.laurel.certificates.maintenance.domain.Selection;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.idempotency.Idempotent;
import org.laurel.kit.security.Caller;
import org.laurel.kit.security.Roles;

/** What operators do to many certificates at once. */
@Path("/api/certificates/v1")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Maintenance")
public class MaintenanceResource {

    private static final int SHOWN = 10;

    private final PdfReferencePurge purge;
    private final RenotificationStart renotification;
    private final SelectionQuery selections;
    private final TermsQuery terms;
    private final Caller caller;

    MaintenanceResource(
            PdfReferencePurge purge,
            RenotificationStart renotification,
            SelectionQuery selections,
            TermsQuery terms,
            Caller caller) {
        this.purge = purge;
        this.renotification = renotification;
        this.selections = selections;
        this.terms = terms;
        this.caller = caller;
    }

    @POST
    @Path("/certificates:purge-pdf-references")
    @Idempotent
    @Operation(
            summary = "Take references to PDF files out of certificates",
            description = "By their public ids. Nobody is told; history keeps the references.")
    public Response purge(@Valid @NotNull PurgeRequest request) {
        var became = purge.apply(List.of(new Purge(
                        request.certificateIds(),
                        request.dryRun(),
                        caller.cause().because("purge of PDF references"))))
                .getFirst();
        return Response.ok(PurgeAnswer.of(request, became)).build();
    }

    /** A certificate, by whose and which it is. */
    public record Item(String learnerId, String courseKey) {
        static Item of(CaseKey key) {
            return new Item(key.learnerId().value(), key.courseKey().value());
        }
    }

    /**
     * What is told.
     *
     * @param selected how many certificates
     * @param observed how many of these are in course runs that are observed only, of which nobody is told
     * @param first the first ten of them
     * @param jobId the job that tells of them, null in a dry run
     */
    public record RenotifyAnswer(
            boolean dryRun,
            long selected,
            long observed,
            List<Item> first,
            @Nullable Long jobId) {}

    @POST
    @Path("/certificates:renotify")
    @Idempotent
    @Operation(
            summary = "Tell other systems once more how certificates are",
            description =
                    "COURSE_CERT_CHANGED with the current state and version. Nothing else is written. Certificates "
                            + "of course runs that are observed only are left out and counted.")
    @APIResponse(
            responseCode = "200",
            description = "What a dry run finds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenotifyAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "A job tells of them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RenotifyAnswer.class)))
    public Response renotify(@Valid @NotNull RenotifyRequest request) {
        Selection selection = request.selection();
        var pause = request.pause();
        List<Item> first = selections.after(selection, "", "", SHOWN).stream()
                .map(Item::of)
                .toList();
        Map<CourseKey, Long> counts = selections.countByCourse(selection);
        long selected = sum(counts, key -> true);
        long observed = sum(counts, observedAmong(counts.keySet())::contains);
        if (request.dryRun()) {
            return Response.ok(new RenotifyAnswer(true, selected, observed, first, null))
                    .build();
        }
        long job = renotification
                .apply(List.of(new Start(selection, selected, pause, caller.cause())))
                .getFirst();
        return Response.accepted(new RenotifyAnswer(false, selected, observed, first, job))
                .location(URI.create("/api/certificates/ops/jobs/" + job))
                .build();
    }

    private Set<CourseKey> observedAmong(Set<CourseKey> courseKeys) {
        return terms.newest(courseKeys).entrySet().stream()
                .filter(run -> run.getValue().isObserved())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static long sum(Map<CourseKey, Long> counts, Predicate<CourseKey> of) {
        return counts.entrySet().stream()
                .filter(count -> of.test(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
