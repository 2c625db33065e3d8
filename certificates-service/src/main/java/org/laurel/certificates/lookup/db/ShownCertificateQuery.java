package org.laurel.certificates.lookup.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.configuration.db.ConfigurationQuery;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.CertificateQuery;
import org.laurel.certificates.issuance.db.CertificateQuery.Found;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Standing;
import org.laurel.certificates.lookup.domain.ShownCertificate;
import org.laurel.certificates.mode.db.ModeQuery;
import org.laurel.certificates.mode.domain.CourseModes;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** Reads certificates with all that decides how others read them: a fixed number of statements for any number of them. */
@ApplicationScoped
public class ShownCertificateQuery {

    private final CertificateQuery certificates;
    private final CaseStore cases;
    private final TermsQuery terms;
    private final ModeQuery modes;
    private final ConfigurationQuery configurations;

    ShownCertificateQuery(
            CertificateQuery certificates,
            CaseStore cases,
            TermsQuery terms,
            ModeQuery modes,
            ConfigurationQuery configurations) {
        this.certificates = certificates;
        this.cases = cases;
        this.terms = terms;
        this.modes = modes;
        this.configurations = configurations;
    }

    /**
     * What is known of a learner in a course run.
     *
     * @param shown the certificate, null when there is none
     */
    public record Known(
            Standing standing, Terms terms, @Nullable ShownCertificate shown) {}

    /** What is known of a learner in a course run; of nothing known, the terms of the run. */
    public Known find(CaseKey key) {
        Optional<Found> found = certificates.find(key);
        Terms terms = found.map(Found::terms)
                .orElseGet(() -> certificates.history(key.courseKey()))
                .newest();
        return new Known(
                found.map(known -> known.stored().record().standing()).orElse(Standing.NONE),
                terms,
                found.filter(known -> known.stored().issued() != null)
                        .map(known -> shown(List.of(known)).getFirst())
                        .orElse(null));
    }

    /** The certificates of cases; those without one are left out. */
    public Map<CaseKey, ShownCertificate> ofCases(Collection<CaseKey> keys) {
        Map<CourseKey, TermsHistory> histories =
                terms.histories(keys.stream().map(CaseKey::courseKey).toList());
        return shown(cases.load(keys).values().stream()
                        .map(stored -> new Found(
                                stored,
                                Objects.requireNonNull(
                                        histories.get(stored.key().courseKey()))))
                        .toList())
                .stream()
                .collect(Collectors.toMap(ShownCertificate::key, Function.identity()));
    }

    /** A learner's certificates, oldest first. */
    public List<ShownCertificate> ofLearner(LearnerId learnerId) {
        return shown(certificates.ofLearner(learnerId));
    }

    /** The certificates of cases that have one, in their order. */
    public List<ShownCertificate> shown(List<Found> found) {
        List<Found> issued =
                found.stream().filter(known -> known.stored().issued() != null).toList();
        Set<CourseKey> runs = Set.copyOf(
                issued.stream().map(known -> known.stored().key().courseKey()).toList());
        Map<CourseKey, CourseModes> offered = modes.forRuns(runs);
        Set<CourseKey> textMissing = configurations.withoutActive(runs);
        return issued.stream()
                .map(known -> {
                    CaseKey key = known.stored().key();
                    return new ShownCertificate(
                            key,
                            Objects.requireNonNull(known.stored().issued()),
                            known.terms().newest(),
                            offered.getOrDefault(key.courseKey(), CourseModes.NONE)
                                    .hasHonor(),
                            textMissing.contains(key.courseKey()));
                })
                .toList();
    }
}
