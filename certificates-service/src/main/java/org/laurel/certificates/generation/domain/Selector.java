package org.laurel.certificates.generation.domain;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateCommand;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.events.key.LearnerId;

/**
 * Which learners of a course run a generation run takes on: always such with an active enrollment. Without a set and without
 * statuses these are the learners who have no certificate in this run, or one that is {@code unavailable}, such as
 * after an invalidation: a run started without much thought grants nothing that was deleted, withheld or failed before. With
 * statuses the run is a regeneration. Source: certificates, bulk task semantics; decision 12.
 *
 * @param learnerSet null for no set
 * @param learner who it is, for {@link LearnerSet#SPECIFIC_STUDENT} only
 * @param listed how many learners the list has, for {@link LearnerSet#LISTED} only
 * @param statuses only learners whose certificate has one of these; empty for any
 * @param passingOnly only learners who pass
 */
public record Selector(
        @Nullable LearnerSet learnerSet,
        @Nullable LearnerId learner,
        int listed,
        List<CertificateStatus> statuses,
        boolean passingOnly) {

    /** Everybody without a certificate, or with an {@code unavailable} one. */
    public static final Selector REGULAR = new Selector(null, null, 0, List.of(), false);

    /** Taken away by somebody who meant it. */
    private static final Set<CertificateStatus> DELETED =
            EnumSet.of(CertificateStatus.DELETING, CertificateStatus.DELETED);

    private static final String SET = "student_set";
    private static final String ONE = "specific_student_id";
    private static final String STATUSES = "statuses_to_regenerate";
    private static final String LIST = "learners";
    private static final String PASSING = "passing_only";

    public Selector {
        statuses = statuses.stream().distinct().toList();
        if ((learnerSet == LearnerSet.SPECIFIC_STUDENT) != (learner != null)) {
            throw new IllegalArgumentException("specific_student goes with exactly one learner.");
        }
    }

    /** Everybody in a set. */
    public static Selector of(LearnerSet set) {
        return new Selector(set, null, 0, List.of(), false);
    }

    /** One learner. */
    public static Selector of(LearnerId learner) {
        return new Selector(LearnerSet.SPECIFIC_STUDENT, learner, 0, List.of(), false);
    }

    /** Everybody whose certificate has one of the statuses. */
    public static Selector of(List<CertificateStatus> statuses) {
        return new Selector(null, null, 0, statuses, false);
    }

    /** Whether certificates that are there are made anew. */
    public boolean isRegeneration() {
        return !statuses.isEmpty();
    }

    /**
     * Whose certificate has one of these statuses is left out; learners without a certificate never are.
     *
     * <p>Neither set nor statuses leaves out every status but {@code unavailable}; all who pass, and those on the allowlist
     * without a certificate, leave out what is granted or being made, and all who pass leave out what was deleted as well. Any
     * other set, and statuses, leave nothing out.
     */
    public Set<CertificateStatus> leftOut() {
        if (!statuses.isEmpty() || (learnerSet != null && learnerSet != LearnerSet.ALLOWLISTED_NOT_GENERATED)) {
            return Set.of();
        }
        EnumSet<CertificateStatus> left = EnumSet.allOf(CertificateStatus.class);
        if (learnerSet == null && !passingOnly) {
            left.remove(CertificateStatus.UNAVAILABLE);
            return left;
        }
        left.removeIf(status -> !status.isPassed());
        if (learnerSet == null) {
            left.addAll(DELETED);
        }
        return left;
    }

    /** Whether only learners on the allowlist are taken. */
    public boolean allowlistedOnly() {
        return learnerSet == LearnerSet.ALL_ALLOWLISTED || learnerSet == LearnerSet.ALLOWLISTED_NOT_GENERATED;
    }

    /** What is asked for each learner. */
    public CertificateCommand command() {
        return isRegeneration() ? CertificateCommand.ADD : CertificateCommand.GENERATE;
    }

    /** The members that the history keeps, under the names that existing clients know. */
    public Map<String, Object> input() {
        Map<String, Object> input = new LinkedHashMap<>();
        if (learnerSet == LearnerSet.LISTED) {
            input.put(LIST, listed);
        } else if (learnerSet != null) {
            input.put(SET, learnerSet.slug());
        }
        if (learner != null) {
            input.put(ONE, learner.value());
        }
        if (!statuses.isEmpty()) {
            input.put(STATUSES, statuses.stream().map(CertificateStatus::slug).toList());
        }
        if (passingOnly) {
            input.put(PASSING, true);
        }
        return input;
    }

    /** Reads what {@link #input} has written. */
    public static Selector of(Map<String, ?> input) {
        Object listed = input.get(LIST);
        Object set = input.get(SET);
        Object one = input.get(ONE);
        return new Selector(
                listed != null ? LearnerSet.LISTED : set == null ? null : LearnerSet.of(set.toString()),
                one == null ? null : new LearnerId(one.toString()),
                listed instanceof Number count ? count.intValue() : 0,
                texts(input.get(STATUSES)).stream().map(CertificateStatus::of).toList(),
                Boolean.TRUE.equals(input.get(PASSING)));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }
}
