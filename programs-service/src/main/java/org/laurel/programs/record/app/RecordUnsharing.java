package org.laurel.programs.record.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.record.db.SharedRecordTable;
import org.laurel.programs.record.db.SharedRecordTable.Subject;
import org.laurel.programs.record.db.SharedRecordTable.Written;
import org.laurel.programs.record.domain.SharedRecord;
import org.laurel.programs.record.domain.UnshareRecord;

/** Takes the public links of records back, for everybody and for good. */
@ApplicationScoped
public class RecordUnsharing {

    private final KeyLocks locks;
    private final SharedRecordTable links;
    private final Clock clock;

    RecordUnsharing(KeyLocks locks, SharedRecordTable links, Clock clock) {
        this.locks = locks;
        this.links = links;
        this.clock = clock;
    }

    /** Whether there was a link, for each command in their order. */
    @Transactional
    public List<Boolean> apply(List<UnshareRecord> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        Map<Subject, SharedRecord> known =
                links.load(commands.stream().map(RecordUnsharing::subject).toList());
        List<Boolean> results = new ArrayList<>();
        List<Written> revoked = new ArrayList<>();
        for (UnshareRecord command : commands) {
            SharedRecord link = known.remove(subject(command));
            results.add(link != null);
            if (link != null) {
                revoked.add(new Written(link, command.cause()));
            }
        }
        links.revoke(revoked, clock.instant());
        return results;
    }

    private static Subject subject(UnshareRecord command) {
        return new Subject(command.learnerId(), command.program());
    }
}
