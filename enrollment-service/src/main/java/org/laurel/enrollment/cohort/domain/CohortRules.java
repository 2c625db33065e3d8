package org.laurel.enrollment.cohort.domain;

import java.util.Collection;
import org.laurel.enrollment.cohort.domain.CohortCommand.Amend;
import org.laurel.enrollment.cohort.domain.CohortCommand.Create;

/** The rules of making and changing cohorts (cohorts): one name, one cohort; a course run keeps one random cohort. */
public final class CohortRules {

    private CohortRules() {}

    /**
     * Judges a command.
     *
     * @param key the cohort's key, a new one for a new cohort
     * @param known all cohorts of the course run, perhaps among others
     */
    public static CohortOutcome decide(CohortCommand command, CohortKey key, Collection<Cohort> known) {
        return switch (command) {
            case Create create ->
                isTaken(create.name(), key, known)
                        ? new CohortOutcome.NameTaken()
                        : new CohortOutcome.Done(
                                new Cohort(key, create.name(), create.type(), create.contentGroup(), null));
            case Amend amend ->
                known.stream()
                        .filter(cohort -> cohort.key().equals(key))
                        .findFirst()
                        .map(cohort -> amended(amend, cohort, known))
                        .orElseGet(CohortOutcome.Unknown::new);
        };
    }

    private static CohortOutcome amended(Amend amend, Cohort cohort, Collection<Cohort> known) {
        String name = amend.name() == null ? cohort.name() : amend.name();
        AssignmentType type = amend.type() == null ? cohort.type() : amend.type();
        if (isTaken(name, cohort.key(), known)) {
            return new CohortOutcome.NameTaken();
        }
        boolean endsRandom = cohort.type() == AssignmentType.RANDOM && type == AssignmentType.MANUAL;
        if (endsRandom && !isAnotherRandom(cohort, known)) {
            return new CohortOutcome.LastRandom();
        }
        ContentGroup group =
                amend.group() == null ? cohort.contentGroup() : amend.group().group();
        return new CohortOutcome.Done(new Cohort(cohort.key(), name, type, group, cohort.platformNumber()));
    }

    private static boolean isTaken(String name, CohortKey key, Collection<Cohort> known) {
        return known.stream()
                .anyMatch(cohort -> cohort.key().courseKey().equals(key.courseKey())
                        && !cohort.key().equals(key)
                        && cohort.name().equals(name));
    }

    private static boolean isAnotherRandom(Cohort cohort, Collection<Cohort> known) {
        return known.stream()
                .anyMatch(other -> other.key().courseKey().equals(cohort.key().courseKey())
                        && !other.key().equals(cohort.key())
                        && other.type() == AssignmentType.RANDOM);
    }
}
