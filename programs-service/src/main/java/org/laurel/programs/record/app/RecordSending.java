package org.laurel.programs.record.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.mail.MailPosting;
import org.laurel.programs.catalogue.app.PathwayKeeping;
import org.laurel.programs.record.app.RecordLetters.Subject;
import org.laurel.programs.record.app.RecordSharing.Shared;
import org.laurel.programs.record.db.DestinationQuery;
import org.laurel.programs.record.db.DestinationQuery.Way;
import org.laurel.programs.record.db.SentRecordTable;
import org.laurel.programs.record.domain.Destination;
import org.laurel.programs.record.domain.SendRecord;
import org.laurel.programs.record.domain.Sending;
import org.laurel.programs.record.domain.ShareRecord;
import org.laurel.programs.record.domain.SharedRecord;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** Sends records to credit pathways: by mail, with a public link, which is made when there is none. */
@ApplicationScoped
public class RecordSending {

    private final KeyLocks locks;
    private final DestinationQuery destinations;
    private final RecordSharing sharing;
    private final SentRecordTable sent;
    private final SiteSettingsQuery settings;
    private final RecordLetters letters;
    private final MailPosting posting;
    private final Clock clock;

    RecordSending(
            KeyLocks locks,
            DestinationQuery destinations,
            RecordSharing sharing,
            SentRecordTable sent,
            SiteSettingsQuery settings,
            RecordLetters letters,
            MailPosting posting,
            Clock clock) {
        this.locks = locks;
        this.destinations = destinations;
        this.sharing = sharing;
        this.sent = sent;
        this.settings = settings;
        this.letters = letters;
        this.posting = posting;
        this.clock = clock;
    }

    /**
     * Sends the records, each time anew, to what the pathways are at the moment of sending; nobody is told of those that are
     * refused, and they get no link. The mails go if and only if the transaction commits, and at least once.
     *
     * @return what became of each command, in their order
     */
    @Transactional
    public List<Sending> apply(List<SendRecord> commands) {
        locks.lock(
                commands.stream().map(command -> command.learner().id().value()).toList());
        // From here on no pathway is changed or removed before we have committed.
        locks.hold(List.of(PathwayKeeping.PATHWAYS));
        Map<Way, Destination> open =
                destinations.open(commands.stream().map(RecordSending::way).toList());
        Set<UUID> configured = destinations.configured(
                commands.stream().map(SendRecord::program).toList());
        List<SendRecord> possible = commands.stream()
                .filter(command -> refusal(command, open, configured) == null)
                .toList();
        Map<SendRecord, SharedRecord> links = links(possible);
        List<SendRecord> going = possible.stream().filter(links::containsKey).toList();
        SiteSettings now = settings.current();
        sent.save(going, clock.instant());
        posting.apply(going.stream()
                .map(command -> letters.sent(
                        new Subject(
                                command.learner(),
                                command.programTitle(),
                                Objects.requireNonNull(open.get(way(command))),
                                Objects.requireNonNull(links.get(command))),
                        now))
                .toList());
        return commands.stream()
                .map(command -> Objects.requireNonNullElseGet(
                        refusal(command, open, configured),
                        () -> links.containsKey(command) ? Sending.SENT : Sending.NO_LEARNER))
                .toList();
    }

    private static @Nullable Sending refusal(SendRecord command, Map<Way, Destination> open, Set<UUID> configured) {
        if (!open.containsKey(way(command))) {
            return Sending.NO_PATHWAY;
        }
        return configured.contains(command.program()) ? null : Sending.NOT_CONFIGURED;
    }

    /** The links of the records; those of learners who have left get none. */
    private Map<SendRecord, SharedRecord> links(List<SendRecord> commands) {
        List<Optional<Shared>> shared =
                sharing.apply(commands.stream().map(RecordSending::share).toList());
        Map<SendRecord, SharedRecord> links = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            SendRecord command = commands.get(i);
            shared.get(i).ifPresent(found -> links.put(command, found.link()));
        }
        return links;
    }

    private static Way way(SendRecord command) {
        return new Way(command.program(), command.pathwayId());
    }

    private static ShareRecord share(SendRecord command) {
        return new ShareRecord(command.learner().id(), command.program(), command.cause());
    }
}
