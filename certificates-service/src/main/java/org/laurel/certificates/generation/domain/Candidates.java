package org.laurel.certificates.generation.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.certificates.issuance.domain.CertificateStatus;

/**
 * Tells in words whom a generation run was about. Source: certificates, CertificateGenerationHistory; additions, certificates.
 */
public final class Candidates {

    private static final Map<CertificateStatus, String> OLDER_NAMES = Map.of(
            CertificateStatus.DOWNLOADABLE, "already received",
            CertificateStatus.NOTPASSING, "didn't receive",
            CertificateStatus.ERROR, "error states",
            CertificateStatus.AUDIT_PASSING, "audit passing states",
            CertificateStatus.AUDIT_NOTPASSING, "audit not passing states");

    private Candidates() {}

    /** How it is told. */
    public enum Wording {
        /** "All Learners", "Granted Exceptions", "Received". */
        TODAY("All Learners", "Granted Exceptions"),
        /** "All learners", "For exceptions", "already received". */
        OLDER("All learners", "For exceptions");

        private final String everybody;
        private final String exceptions;

        Wording(String everybody, String exceptions) {
            this.everybody = everybody;
            this.exceptions = exceptions;
        }

        private String name(CertificateStatus status) {
            return this == TODAY ? status.readableName() : OLDER_NAMES.getOrDefault(status, status.readableName());
        }
    }

    /**
     * The text for what a run was started with. Statuses come first and unknown ones are dropped; then a list; then a set, whose
     * key was {@code students} once; the set of all, and everything else, is everybody.
     *
     * @param input the members of the run's input, in our form or in that of an imported history; empty for none
     */
    public static String text(Map<String, ?> input, Wording wording) {
        if (input.get("statuses_to_regenerate") instanceof List<?> statuses && !statuses.isEmpty()) {
            return statuses.stream()
                    .flatMap(slug -> status(String.valueOf(slug)).stream())
                    .map(wording::name)
                    .collect(Collectors.joining(", "));
        }
        if (input.containsKey("learners")) {
            return "Listed learners";
        }
        Object set = input.containsKey("student_set") ? input.get("student_set") : input.get("students");
        boolean exceptions = set != null && !set.equals(LearnerSet.ALL.slug());
        return exceptions ? wording.exceptions : wording.everybody;
    }

    private static Optional<CertificateStatus> status(String slug) {
        return Arrays.stream(CertificateStatus.values())
                .filter(status -> status.slug().equals(slug))
                .findFirst();
    }
}
