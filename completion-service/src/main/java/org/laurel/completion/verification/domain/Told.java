package org.laurel.completion.verification.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.completion.progress.domain.Tally;
import org.laurel.completion.standing.domain.CourseLearner;
import org.laurel.completion.standing.domain.Membership;
import org.laurel.completion.structure.domain.Assignments;
import org.laurel.completion.structure.domain.Profile;
import org.laurel.completion.structure.domain.Viewer;

/**
 * What other services told of a learner in a course run, beside the row that is stored of the learner's sums. What follows from it is
 * decided here once more, and not where sums are kept, so that a mistake there is found.
 *
 * @param active whether the learner is enrolled
 * @param mode of the enrollment, empty when it is not known
 * @param cohorts of the course run and its organisation, ids ascending
 * @param roles in the course run and its organisation, each once
 * @param selected by parent block: which of its children the learner sees
 * @param releases by block: from when the learner sees it
 * @param kept the stored row, null when there is none
 */
public record Told(
        CourseLearner key,
        boolean active,
        String mode,
        List<Cohort> cohorts,
        List<String> roles,
        Map<String, Set<String>> selected,
        Map<String, Instant> releases,
        @Nullable Kept kept) {

    public Told {
        cohorts = List.copyOf(cohorts);
        roles = List.copyOf(roles);
        selected = Map.copyOf(selected);
        releases = Map.copyOf(releases);
    }

    /** A cohort. */
    public record Cohort(long id, String name) {}

    /**
     * What is stored of a learner's sum for the course.
     *
     * @param profile what the learner saw
     * @param seenAt when that was
     * @param until when the learner sees something else although no fact arrives, null for never
     */
    public record Kept(
            Profile profile, Instant seenAt, @Nullable Instant until, Membership member, Tally tally) {}

    /** Which blocks the learner sees: the makers of the course all of them, others those of their groups. */
    Viewer viewer() {
        Set<String> groups = new HashSet<>();
        cohorts.forEach(cohort -> {
            groups.add(String.valueOf(cohort.id()));
            groups.add(cohort.name().toLowerCase(Locale.ROOT));
        });
        groups.add(mode.toLowerCase(Locale.ROOT));
        groups.remove("");
        boolean maker = roles.contains("staff") || roles.contains("limited_staff") || roles.contains("instructor");
        return new Viewer(maker, groups, new Assignments(selected, releases));
    }

    /** As whom the learner is counted. */
    Membership membership() {
        String ids = cohorts.stream().map(cohort -> String.valueOf(cohort.id())).collect(Collectors.joining(","));
        return new Membership(active, ids, roles.stream().sorted().collect(Collectors.joining(",")));
    }
}
