package org.laurel.certificates.issuance.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.Difference;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Requests to the renderer that wait for an answer. */
@ApplicationScoped
public class RenderRequests {

    private final Sql sql;

    RenderRequests(Sql sql) {
        this.sql = sql;
    }

    /**
     * A request.
     *
     * @param action what to do
     * @param requestedAt the business time of the request, at which its answer counts
     * @param version the certificate's version that it is about
     */
    public record Request(String id, CaseKey key, String verifyUuid, Action action, Instant requestedAt, long version) {

        /** What a change asks the renderer for; nothing in most cases. */
        public static List<Request> of(CaseKey key, Difference change) {
            var certificate = change.next().certificate();
            List<Request> requests = new ArrayList<>(1);
            if (change.losesFile()) {
                String id = "discard:" + change.next().verifyUuid() + ":"
                        + change.next().version();
                requests.add(of(id, key, Action.DISCARD, change));
            }
            if (change.asksRenderer()) {
                boolean removes = certificate.status() == CertificateStatus.DELETING;
                requests.add(of(certificate.file().requestId(), key, removes ? Action.REMOVE : Action.MAKE, change));
            }
            return requests;
        }

        private static Request of(String id, CaseKey key, Action action, Difference change) {
            return new Request(
                    id,
                    key,
                    change.next().verifyUuid(),
                    action,
                    change.next().certificate().modifiedAt(),
                    change.next().version());
        }
    }

    /** What the renderer is asked for. */
    public enum Action {
        /** Make the file; the answer is a fact. */
        MAKE,
        /** Remove the file of a certificate that is being deleted; the answer is a fact. */
        REMOVE,
        /** Let go of a file that the certificate no longer has; nobody waits for an answer. */
        DISCARD;

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Action of(String slug) {
            return valueOf(slug.toUpperCase(Locale.ROOT));
        }
    }

    /** A request that was taken, and how often it has been tried before. */
    public record Taken(Request request, int attempts) {}

    /** Adds requests; one that waits already stays. */
    public void submit(List<Request> requests) {
        if (requests.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into render_request (request_id, learner_id, course_key, verify_uuid, action, requested_at, version)
                select t.id, t.learner_id, t.course_key, t.verify_uuid, t.action, t.requested_at::timestamptz, t.version
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                     as t (id, learner_id, course_key, verify_uuid, action, requested_at, version)
                on conflict (request_id) do nothing
                """,
                Column.texts(requests, Request::id),
                Column.texts(requests, request -> request.key().learnerId()),
                Column.texts(requests, request -> request.key().courseKey()),
                Column.texts(requests, Request::verifyUuid),
                Column.texts(requests, request -> request.action().slug()),
                Column.texts(requests, Request::requestedAt),
                Column.longs(requests, Request::version));
    }

    /**
     * Takes requests that are due, oldest first. Each counts as tried and is due again after ten minutes unless it is answered
     * by then; nobody else takes it in between. Source: decision 1.
     */
    public List<Taken> take(int limit) {
        return sql.query(
                """
                update render_request r
                set attempts = attempts + 1, not_before = now() + interval '10 minutes'
                from (select request_id from render_request where not_before <= now()
                      order by not_before limit ? for update skip locked) due
                where r.request_id = due.request_id
                returning r.*
                """,
                row -> new Taken(
                        new Request(
                                Row.text(row, "request_id"),
                                CaseRow.key(row),
                                Row.text(row, "verify_uuid"),
                                Action.of(Row.text(row, "action")),
                                Row.instant(row, "requested_at"),
                                row.getLong("version")),
                        row.getInt("attempts")),
                limit);
    }

    /** Makes requests due again at once, as if they had not been tried: their answers could not be kept. */
    public void again(List<String> requestIds) {
        sql.update(
                "update render_request set attempts = attempts - 1, not_before = now() where request_id = any(?)",
                (Object) requestIds.toArray(String[]::new));
    }

    /** Removes requests that are answered. */
    public void remove(List<String> requestIds) {
        sql.update("delete from render_request where request_id = any(?)", (Object) requestIds.toArray(String[]::new));
    }
}
