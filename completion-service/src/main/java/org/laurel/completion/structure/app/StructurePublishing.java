package org.laurel.completion.structure.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.structure.db.StructureDocuments;
import org.laurel.completion.structure.db.StructureStore;
import org.laurel.completion.structure.db.StructureStore.Arrived;
import org.laurel.completion.structure.db.StructureStore.Identity;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Publication;
import org.laurel.completion.structure.domain.Publication.Outdated;
import org.laurel.completion.structure.domain.Publication.Published;
import org.laurel.completion.structure.domain.Publication.Refused;
import org.laurel.completion.structure.domain.Publication.Unchanged;
import org.laurel.completion.structure.domain.PublicationHead;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.completion.structure.domain.StructureFact;
import org.laurel.completion.structure.domain.Violation;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.event.ValueLimits;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Takes published structures in. When another one counts now, a job brings the course run's learners up to it. */
@ApplicationScoped
public class StructurePublishing {

    /** The kind of the job that brings learners up to the newest structure. Its subject is the course key. */
    public static final String JOB = "rebase-course-progress";

    private final KeyLocks locks;
    private final StructureStore structures;
    private final StructureDocuments documents;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Clock clock;
    private final int mostBytes;
    private final Publication tooLarge;

    StructurePublishing(
            KeyLocks locks,
            StructureStore structures,
            StructureDocuments documents,
            Jobs jobs,
            Outbox outbox,
            ValueLimits limits,
            Clock clock) {
        // With the members that its event adds, a structure of this size still fits the topic.
        mostBytes = limits.largestStructure() / 16 * 15;
        tooLarge = new Refused(List.of(new Violation("blocks", "take more than " + mostBytes + " bytes as JSON")));
        this.locks = locks;
        this.structures = structures;
        this.documents = documents;
        this.jobs = jobs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes the structures in and says of each what became of it. Refused ones leave no trace. */
    @Transactional
    public List<Publication> apply(List<Publish> commands) {
        List<String> courses = commands.stream()
                .map(command -> command.courseKey().value())
                .distinct()
                .toList();
        locks.lock(courses);
        // Nobody may be counting by these course runs' structures now: whoever does so later sees the new one, and
        // whoever
        // did so before is found by the job.
        locks.change(courses);
        Map<CourseKey, PublicationHead> newest =
                structures.newest(courses.stream().map(CourseKey::new).toList());
        List<Publication> results = new ArrayList<>(commands.size());
        List<Accepted> accepted = new ArrayList<>();
        Set<String> counting = new TreeSet<>();
        for (Publish command : commands) {
            PublicationHead known = newest.get(command.courseKey());
            Arrived arrived = arrived(command, known);
            Publication result =
                    fits(arrived) ? Publication.decide(command, arrived.structure(), arrived.head(), known) : tooLarge;
            switch (result) {
                case Published published -> {
                    accepted.add(new Accepted(command, arrived));
                    newest.put(command.courseKey(), arrived.head());
                    counting.add(command.courseKey().value());
                }
                case Outdated outdated -> accepted.add(new Accepted(command, arrived));
                case Unchanged unchanged -> {}
                case Refused refused -> {}
            }
            results.add(result);
        }
        save(accepted);
        if (!counting.isEmpty()) {
            jobs.submit(JOB, counting, commands.getLast().cause().by());
        }
        return results;
    }

    private record Accepted(Publish command, Arrived arrived) {}

    private Arrived arrived(Publish command, @Nullable PublicationHead newest) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CourseStructure structure = command.following(newest, now);
        return new Arrived(structure, documents.write(structure), command.cause());
    }

    private boolean fits(Arrived arrived) {
        return arrived.document().bytes() <= mostBytes;
    }

    private void save(List<Accepted> accepted) {
        Set<Identity> added =
                structures.append(accepted.stream().map(Accepted::arrived).toList());
        outbox.append(accepted.stream()
                .filter(one -> one.command().announce())
                .map(Accepted::arrived)
                .filter(one -> added.contains(new Identity(one.structure().courseKey(), one.head())))
                .map(one -> new StructureFact(one.structure(), one.cause()))
                .toList());
    }
}
