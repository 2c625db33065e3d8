package org.laurel.certificates.maintenance.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.maintenance.db.SelectionQuery;
import org.laurel.certificates.maintenance.domain.Selection;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.job.JobStep;
import org.laurel.kit.outbox.OutboxRoom;

/** Tells other systems of a selection of certificates once more, a thousand at a time. */
@ApplicationScoped
class RenotificationJob implements JobStep {

    static final String KIND = "certificate-renotification";

    private final SelectionQuery selections;
    private final Renotification renotification;
    private final OutboxRoom room;
    private final ObjectMapper json;

    RenotificationJob(SelectionQuery selections, Renotification renotification, OutboxRoom room, ObjectMapper json) {
        this.selections = selections;
        this.renotification = renotification;
        this.room = room;
        this.json = json;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> obstacle() {
        return room.obstacle();
    }

    @Override
    public Progress advance(Chunk chunk) {
        String[] after =
                chunk.cursor() == null ? new String[] {"", ""} : chunk.cursor().split("\n", 2);
        List<CaseKey> next = selections.after(selection(chunk), after[0], after[1], CHUNK);
        Cause cause = Cause.of("renotification", "job:" + chunk.jobId());
        Renotification.Told told = renotification.apply(
                next.stream().map(key -> new Renotification.Tell(key, cause)).toList());
        Map<String, Long> counts = Map.of("sent", told.sent(), "observed", told.observed());
        if (next.size() < CHUNK) {
            return Progress.finished(next.size(), counts);
        }
        CaseKey last = next.getLast();
        return new Progress(last.learnerId() + "\n" + last.courseKey(), next.size(), counts);
    }

    private Selection selection(Chunk chunk) {
        try {
            return json.treeToValue(chunk.parameters(), Selection.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
