package org.laurel.programs.record.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.retirement.RetiredPeople;
import org.laurel.programs.record.db.SharedRecordTable;
import org.laurel.programs.record.db.SharedRecordTable.Subject;
import org.laurel.programs.record.db.SharedRecordTable.Written;
import org.laurel.programs.record.domain.ShareRecord;
import org.laurel.programs.record.domain.SharedRecord;

/** Gives records public links. */
@ApplicationScoped
public class RecordSharing {

    private final KeyLocks locks;
    private final RetiredPeople retired;
    private final SharedRecordTable links;
    private final Clock clock;

    RecordSharing(KeyLocks locks, RetiredPeople retired, SharedRecordTable links, Clock clock) {
        this.locks = locks;
        this.retired = retired;
        this.links = links;
        this.clock = clock;
    }

    /** The link of a record, and whether it was made now. */
    public record Shared(SharedRecord link, boolean isNew) {}

    /** A link for each command, in their order: a record that has one keeps it, and who has left gets none. */
    @Transactional
    public List<Optional<Shared>> apply(List<ShareRecord> commands) {
        locks.lock(commands.stream().map(command -> command.learnerId().value()).toList());
        Set<LearnerId> gone =
                retired.retired(commands.stream().map(ShareRecord::learnerId).toList());
        Map<Subject, SharedRecord> known =
                links.load(commands.stream().map(RecordSharing::subject).toList());
        List<Optional<Shared>> results = new ArrayList<>();
        List<Written> added = new ArrayList<>();
        for (ShareRecord command : commands) {
            if (gone.contains(command.learnerId())) {
                results.add(Optional.empty());
                continue;
            }
            SharedRecord link = known.get(subject(command));
            boolean isNew = link == null;
            if (link == null) {
                link = new SharedRecord(UUID.randomUUID(), command.learnerId(), command.program());
                known.put(subject(command), link);
                added.add(new Written(link, command.cause()));
            }
            results.add(Optional.of(new Shared(link, isNew)));
        }
        links.add(added, clock.instant());
        return results;
    }

    private static Subject subject(ShareRecord command) {
        return new Subject(command.learnerId(), command.program());
    }
}
