package org.laurel.certificates.register.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.register.db.RegisterQuery;
import org.laurel.certificates.register.db.RegisterQuery.Written;
import org.laurel.kit.security.Roles;

/** Every change of every certificate, for systems that follow by asking instead of by Kafka. */
@Path("/api/certificates/v1/certificates/changes")
@RolesAllowed({Roles.STAFF, Roles.SERVICE})
@Tag(name = "Register")
public class ChangesResource {

    private static final String LATEST = "latest";
    private static final Place BEGINNING = new Place("0", "", "");
    private static final Pattern TRANSACTION = Pattern.compile("[0-9]{1,19}");

    private final RegisterQuery register;
    private final CertificateRecords records;

    ChangesResource(RegisterQuery register, CertificateRecords records) {
        this.register = register;
        this.records = records;
    }

    /**
     * Certificates that changed.
     *
     * @param cursor where to go on from next time, also when there is nothing now
     * @param hasMore whether to ask again at once
     */
    public record Changes(List<CertificateRecord> results, String cursor, boolean hasMore) {}

    private record Place(String writtenIn, String learnerId, String courseKey) {

        static Place of(List<String> texts) {
            if (!TRANSACTION.matcher(texts.getFirst()).matches()) {
                throw new IllegalArgumentException("not a transaction");
            }
            return new Place(texts.get(0), texts.get(1), texts.get(2));
        }

        static Place of(Written written) {
            return new Place(
                    written.writtenIn(),
                    written.entry().key().learnerId().value(),
                    written.entry().key().courseKey().value());
        }

        String cursor() {
            return Cursor.of(writtenIn, learnerId, courseKey);
        }
    }

    @GET
    @Operation(
            summary = "Certificates that changed since the last time",
            description =
                    "In the order of the transactions that wrote them, each with its newest state. Without after: all, from the "
                            + "beginning; after=latest: none, and the cursor from which later changes follow. Whoever goes on "
                            + "from the returned cursor misses no commit: a change shows once no older transaction is open. "
                            + "A certificate that changes again meanwhile comes again.")
    public Changes changes(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        int size = Parameters.limit(limit);
        if (LATEST.equals(after)) {
            return new Changes(List.of(), new Place(register.newestSettled(), "", "").cursor(), false);
        }
        Place place = Objects.requireNonNullElse(Cursor.read(after, 3, Place::of), BEGINNING);
        List<Written> found = register.writtenAfter(place.writtenIn(), place.learnerId(), place.courseKey(), size + 1);
        boolean more = found.size() > size;
        List<Written> page = more ? found.subList(0, size) : found;
        Place last = page.isEmpty() ? place : Place.of(page.getLast());
        return new Changes(records.of(page.stream().map(Written::entry).toList()), last.cursor(), more);
    }
}
