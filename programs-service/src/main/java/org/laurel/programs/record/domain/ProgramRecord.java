package org.laurel.programs.record.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.catalogue.domain.OrganizationDetail;
import org.laurel.programs.catalogue.domain.ProgramDetail;
import org.laurel.programs.learner.domain.Learner;

/**
 * What a learner has achieved in a program. Source: programs, records.
 *
 * @param rows one for each course, in the order of the program
 * @param completed whether the learner holds the program's credential and it may be seen
 * @param pathways those that the program leads to
 * @param sharedUuid the public link's id, null when the record is not shared
 */
public record ProgramRecord(
        Learner learner,
        ProgramDetail program,
        List<RecordRow> rows,
        boolean completed,
        List<RecordPathway> pathways,
        @Nullable UUID sharedUuid) {

    public ProgramRecord {
        rows = List.copyOf(rows);
        pathways = List.copyOf(pathways);
    }

    /** Whether the learner has earned none of the courses. */
    public boolean isEmpty() {
        return rows.stream().noneMatch(RecordRow::isEarned);
    }

    /** How many of the courses the learner has earned. */
    public long earned() {
        return rows.stream().filter(RecordRow::isEarned).count();
    }

    /** When something of what it shows last came to be, empty for an empty record. */
    public Optional<Instant> lastUpdated() {
        return rows.stream().flatMap(RecordRow::times).max(Comparator.naturalOrder());
    }

    /** Who gives the program. */
    public String school() {
        return names(program.authoringOrganizations());
    }

    /** The same record for whoever has the link: without the address, and without what the learner did with the record. */
    public ProgramRecord forOthers() {
        Learner shown = new Learner(
                learner.id(),
                learner.username(),
                "",
                learner.name(),
                learner.isActive(),
                learner.version(),
                learner.changedAt());
        return new ProgramRecord(
                shown,
                program,
                rows,
                completed,
                pathways.stream().map(RecordPathway::forOthers).toList(),
                sharedUuid);
    }

    /** The names of organisations, their keys where they have none. */
    public static String names(List<OrganizationDetail> organizations) {
        return organizations.stream()
                .map(organization -> organization.name() == null ? organization.key() : organization.name())
                .filter(name -> name != null)
                .collect(Collectors.joining(", "));
    }
}
