package org.laurel.enrollment.cohort.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.fact.domain.Subject;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.FactOrder;

/**
 * Finds the cohorts that a platform means, and follows what it calls them: by number; else by name among those cohorts made here
 * that no platform has a number for, which is remembered; else a new one. Of several names the newest holds. A name that another
 * cohort has gets the number behind it, since a platform may rename one cohort and give its name to the next without our
 * hearing of both.
 */
public final class ToldCohorts {

    private static final int LONGEST_NAME = 255;

    private final Map<CohortKey, Cohort> cohorts = new HashMap<>();

    /** Cohorts that were made here, by what a platform calls them. */
    private final Map<CohortKey, CohortKey> adopted = new HashMap<>();

    private final Map<Subject, FactOrder> newest;
    private final Map<CohortKey, Change> changes = new LinkedHashMap<>();
    private final Map<Subject, FactOrder> places = new HashMap<>();
    private final Map<CohortKey, String> renamed = new LinkedHashMap<>();

    /** A cohort's new values and why they change. */
    public record Change(Cohort cohort, Cause cause) {}

    /**
     * Starts with what is known.
     *
     * @param known all cohorts of the course runs in question
     * @param newest places of the newest facts about the cohorts' names
     */
    public ToldCohorts(Collection<Cohort> known, Map<Subject, FactOrder> newest) {
        for (Cohort cohort : known) {
            cohorts.put(cohort.key(), cohort);
            if (cohort.platformNumber() != null) {
                adopted.put(new CohortKey(cohort.key().courseKey(), cohort.platformNumber()), cohort.key());
            }
        }
        this.newest = new HashMap<>(newest);
    }

    /** The cohort that the fact means; made, given its number or renamed as need be. */
    public CohortKey take(ToldMembership fact) {
        CohortKey told = fact.cohort();
        CohortKey key = cohorts.containsKey(told) ? told : adopted.getOrDefault(told, told);
        Cohort known = cohorts.get(key);
        Cohort namesake = named(key, fact.cohortName());
        if (known == null && namesake != null && namesake.key().isOwn() && namesake.platformNumber() == null) {
            key = namesake.key();
            known = namesake.numbered(told.id());
            adopted.put(told, key);
            keep(known, fact.cause());
        }
        Subject subject = Subject.cohort(key.courseKey(), key.id());
        FactOrder newestName = newest.get(subject);
        FactOrder place = fact.time().place();
        if (newestName == null || place.isAfter(newestName)) {
            newest.put(subject, place);
            places.put(subject, place);
            call(key, known, fact);
        }
        return key;
    }

    private void call(CohortKey key, @Nullable Cohort known, ToldMembership fact) {
        String asked = fact.cohortName();
        String name = named(key, asked) == null
                ? asked
                : numbered(asked, fact.cohort().id());
        if (known != null && known.name().equals(name)) {
            return;
        }
        keep(
                known == null ? new Cohort(key, name, AssignmentType.MANUAL, null, null) : known.named(name),
                fact.cause());
        if (known != null) {
            renamed.put(key, fact.cause().by());
        }
    }

    private void keep(Cohort cohort, Cause cause) {
        cohorts.put(cohort.key(), cohort);
        changes.put(cohort.key(), new Change(cohort, cause));
    }

    private static String numbered(String name, long id) {
        String number = " (" + id + ")";
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - number.length())) + number;
    }

    /** Another cohort of the same course run with this name. */
    private @Nullable Cohort named(CohortKey key, String name) {
        return cohorts.values().stream()
                .filter(cohort -> cohort.key().courseKey().equals(key.courseKey()))
                .filter(cohort -> !cohort.key().equals(key) && cohort.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What is to be stored, each cohort once. */
    public List<Change> changes() {
        return List.copyOf(changes.values());
    }

    /** The places to remember. */
    public Map<Subject, FactOrder> places() {
        return Map.copyOf(places);
    }

    /** Cohorts that have another name now, and by whose word. */
    public Map<CohortKey, String> renamed() {
        return Map.copyOf(renamed);
    }
}
