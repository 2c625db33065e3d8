package org.laurel.programs.record.http;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.problem.ProblemException;
import org.laurel.kit.security.Caller;
import org.laurel.programs.learner.db.LearnerQuery;
import org.laurel.programs.learner.domain.Learner;
import org.laurel.programs.record.db.RecordQuery;
import org.laurel.programs.record.db.SharedRecordQuery;
import org.laurel.programs.record.domain.ProgramRecord;
import org.laurel.programs.record.domain.RecordsSwitch;
import org.laurel.programs.settings.db.SiteSettingsQuery;
import org.laurel.programs.settings.domain.SiteSettings;

/** What of records the caller may read. Where records are switched off there are none. */
@ApplicationScoped
class ReadableRecords {

    private final RecordQuery records;
    private final SharedRecordQuery links;
    private final LearnerQuery learners;
    private final SiteSettingsQuery settings;
    private final Caller caller;
    private final Clock clock;

    ReadableRecords(
            RecordQuery records,
            SharedRecordQuery links,
            LearnerQuery learners,
            SiteSettingsQuery settings,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.links = links;
        this.learners = learners;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    /** A record, the public id under which it is read, and what the site says. */
    record Read(ProgramRecord record, UUID uuid, SiteSettings settings) {}

    /** Ends the request of whoever has not signed in: 401, and 403 for restricted applications. */
    void requireLogin() {
        if (caller.application().isPresent()) {
            throw ProblemException.forbidden("Tokens of restricted applications are of no use here.");
        }
        if (caller.isAnonymous()) {
            throw new UnauthorizedException();
        }
    }

    /** The caller as a learner, whom the replica may not know yet. */
    Learner self() {
        LearnerId id = new LearnerId(caller.learnerId());
        return learners.find(id)
                .filter(learner -> !learner.username().isEmpty())
                .orElseGet(() -> new Learner(id, caller.username(), "", "", true, Learner.UNVERSIONED, Instant.EPOCH));
    }

    /** Another learner; 404 when nobody has the username. */
    Learner named(String username) {
        return learners.named(username).orElseThrow(ReadableRecords::unknownLearner);
    }

    static ProblemException unknownLearner() {
        return ProblemException.notFound("learner_not_found", "There is no such learner.");
    }

    /** The learner with this username, if the caller is that learner, staff or a service client; else 403. */
    Learner selfOr(String username) {
        if (caller.is(username)) {
            return self();
        }
        if (!caller.isPrivileged()) {
            throw ProblemException.forbidden("Only the learner, staff and service clients may see this.");
        }
        return named(username);
    }

    /** All records of a learner, by title. */
    List<ProgramRecord> all(Learner learner) {
        SiteSettings now = settings.current();
        return records.list(learner, clock.instant()).stream()
                .filter(record -> RecordsSwitch.isOn(now, record.program()))
                .toList();
    }

    /** A learner's record of a program. */
    Optional<Read> one(Learner learner, UUID program) {
        SiteSettings now = settings.current();
        return records.find(learner, program, clock.instant())
                .filter(record -> RecordsSwitch.isOn(now, record.program()))
                .map(record -> new Read(record, program, now));
    }

    /** The record that a public link leads to; none of a learner who has left. */
    Optional<Read> shared(UUID link) {
        return links.find(link)
                .flatMap(found -> learners.find(found.learnerId())
                        .filter(learner -> !learner.username().isEmpty())
                        .flatMap(learner -> one(learner, found.program())))
                .map(read -> new Read(read.record().forOthers(), link, read.settings()));
    }

    /** Whether there may be records at all, and what the site says. */
    Optional<SiteSettings> switchedOn() {
        return Optional.of(settings.current()).filter(RecordsSwitch::isOn);
    }
}
