package org.laurel.completion.structure.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.laurel.completion.structure.db.StructureDocuments;
import org.laurel.completion.structure.db.StructureDocuments.Document;
import org.laurel.completion.structure.db.StructureStore;
import org.laurel.completion.structure.db.StructureStore.Arrived;
import org.laurel.completion.structure.db.StructureStore.Identity;
import org.laurel.completion.structure.domain.CourseStructure;
import org.laurel.completion.structure.domain.Publication;
import org.laurel.completion.structure.domain.PublicationHead;
import org.laurel.completion.structure.domain.Publish;
import org.laurel.completion.structure.domain.StructureFact;
import org.laurel.completion.structure.domain.StructureRules;
import org.laurel.completion.structure.domain.Violation;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.job.Jobs;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.outbox.Outbox;

/** Takes published structures in. When another one counts now, a job brings the course run's learners up to it. */
@ApplicationScoped
public class StructurePublishing {

    /** The kind of the job that brings learners up to the newest structure. Its subject is the course key. */
    public static final String JOB = "rebase-course-progress";

    /** With the members that its event adds, a structure of this size still fits the topic. */
    private static final int MOST_BYTES = 15 * 1024 * 1024;

    private final KeyLocks locks;
    private final StructureStore structures;
    private final StructureDocuments documents;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Clock clock;

    StructurePublishing(
            KeyLocks locks,
            StructureStore structures,
            StructureDocuments documents,
            Jobs jobs,
            Outbox outbox,
            Clock clock) {
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
        Set<String> courses =
                commands.stream().map(command -> command.courseKey().value()).collect(Collectors.toSet());
        locks.lock(courses);
        // Nobody may be counting by these course runs' structures now: whoever does so later sees the new one, and whoever
        // did so before is found by the job.
        locks.change(courses);
        Map<CourseKey, PublicationHead> newest =
                structures.newest(courses.stream().map(CourseKey::new).toList());
        List<Publication> results = new ArrayList<>(commands.size());
        List<Arrived> arrived = new ArrayList<>();
        List<Arrived> announced = new ArrayList<>();
        Set<CourseKey> moved = new TreeSet<>(java.util.Comparator.comparing(CourseKey::value));
        for (Publish command : commands) {
            PublicationHead known = newest.get(command.courseKey());
            CourseStructure structure =
                    command.following(known, clock.instant().truncatedTo(ChronoUnit.MICROS));
            Document document = documents.write(structure);
            List<Violation> violations = violations(structure, document);
            Arrived next = new Arrived(structure, document, command.cause());
            if (!violations.isEmpty()) {
                results.add(new Publication.Refused(violations));
            } else if (known != null && saysNothingNew(command, next, known)) {
                results.add(new Publication.Unchanged(structure));
            } else {
                arrived.add(next);
                if (command.announce()) {
                    announced.add(next);
                }
                boolean counts = known == null || next.head().compareTo(known) > 0;
                if (counts) {
                    newest.put(command.courseKey(), next.head());
                    moved.add(command.courseKey());
                }
                results.add(
                        counts
                                ? new Publication.Published(structure, known == null)
                                : new Publication.Outdated(structure));
            }
        }
        save(arrived, announced);
        moved.forEach(courseKey -> jobs.submit(JOB, courseKey.value(), "course-structure.published"));
        return results;
    }

    private void save(List<Arrived> arrived, List<Arrived> announced) {
        Set<Identity> added = structures.append(arrived);
        outbox.append(announced.stream()
                .filter(one -> added.contains(new Identity(one.structure().courseKey(), one.head())))
                .map(one -> new StructureFact(one.structure(), one.cause()))
                .toList());
    }
}
