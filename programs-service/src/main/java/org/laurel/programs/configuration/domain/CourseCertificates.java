package org.laurel.programs.configuration.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.FactOrder;

/**
 * The configurations of one course run, nearly always one.
 *
 * @param all each type once
 */
public record CourseCertificates(List<CourseCertificate> all) {

    /** The configurations of a run that has none. */
    public static final CourseCertificates NONE = new CourseCertificates(List.of());

    private static final Comparator<CourseCertificate> BY_DATE_FACT =
            Comparator.<CourseCertificate, FactOrder>comparing(CourseCertificate::dated)
                    .thenComparing(CourseCertificate::type);

    private static final Comparator<CourseCertificate> BY_MEANING =
            Comparator.comparing(CourseCertificate::isActive).thenComparing(BY_DATE_FACT);

    public CourseCertificates {
        all = List.copyOf(all);
    }

    /** The configurations once this one is kept. */
    public CourseCertificates with(CourseCertificate kept) {
        return new CourseCertificates(Stream.concat(
                        all.stream().filter(certificate -> certificate.id() != kept.id()), Stream.of(kept))
                .toList());
    }

    /** Counts the changes of all of them; null when there is none. */
    public @Nullable Long version() {
        return all.isEmpty()
                ? null
                : all.stream().mapToLong(CourseCertificate::version).sum();
    }

    /** The one of a type. */
    public Optional<CourseCertificate> ofType(CertificateType type) {
        return all.stream().filter(certificate -> certificate.type() == type).findFirst();
    }

    /** The one that stands for the run where no type is named: an active one, of several the one that was dated last. */
    public Optional<CourseCertificate> main() {
        return all.stream().max(BY_MEANING);
    }

    /**
     * The one whose date counts for a credential of a mode: of those of that type and those that were dated with the run the one
     * that was dated last, without these the one that was dated last at all. Dates that were set for one type do not count for
     * another that has its own, and a configuration that is left from a former mode of the run makes no difference.
     */
    public Optional<CourseCertificate> dating(String mode) {
        Predicate<CourseCertificate> own =
                certificate -> certificate.type().slug().equals(mode);
        return all.stream()
                .filter(own.or(CourseCertificate::isToldWithRun))
                .max(BY_DATE_FACT)
                .or(() -> all.stream().max(BY_DATE_FACT));
    }
}
