package org.laurel.programs.page.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.catalogue.db.ProgramDetailQuery;
import org.laurel.programs.configuration.db.ProgramCertificateQuery;
import org.laurel.programs.configuration.db.SignatoryQuery;
import org.laurel.programs.configuration.domain.ProgramCertificate;
import org.laurel.programs.learner.db.LearnerQuery;
import org.laurel.programs.page.domain.CertificatePreference;
import org.laurel.programs.page.domain.ProgramPage;

/** Puts together what pages of program credentials say. */
@ApplicationScoped
public class PageQuery {

    private final Sql sql;
    private final ProgramDetailQuery programs;
    private final ProgramCertificateQuery certificates;
    private final SignatoryQuery signatories;
    private final LearnerQuery learners;
    private final PreferenceTable preferences;

    PageQuery(
            Sql sql,
            ProgramDetailQuery programs,
            ProgramCertificateQuery certificates,
            SignatoryQuery signatories,
            LearnerQuery learners,
            PreferenceTable preferences) {
        this.sql = sql;
        this.programs = programs;
        this.certificates = certificates;
        this.signatories = signatories;
        this.learners = learners;
        this.preferences = preferences;
    }

    /** The page of a program credential that holds and shows by now; empty for any other. */
    public Optional<ProgramPage> shown(UUID credentialUuid, Instant now) {
        return sql.first("""
                        select learner_id, program_uuid, available_at from program_credential
                        where credential_uuid = ? and status = 'awarded' and available_at <= ?
                        """, PageQuery::credential, credentialUuid, now)
                .flatMap(found -> page(found.programUuid(), name(found.learnerId()), found.availableAt()));
    }

    /** The page of a program as it would be with these values; empty when there is no such program. */
    public Optional<ProgramPage> example(UUID programUuid, String learnerName, Instant issuedAt) {
        return page(programUuid, learnerName, issuedAt);
    }

    private record Credential(LearnerId learnerId, UUID programUuid, Instant availableAt) {}

    private Optional<ProgramPage> page(UUID programUuid, String learnerName, Instant issuedAt) {
        ProgramCertificate certificate = certificates
                .find(programUuid)
                .map(found -> found.stored().certificate())
                .orElseGet(() -> ProgramCertificate.standard(programUuid));
        return programs.find(programUuid)
                .map(program -> ProgramPage.of(
                        program, certificate, signatories.inOrder(certificate.signatories()), learnerName, issuedAt));
    }

    private String name(LearnerId learnerId) {
        return learners.find(learnerId)
                .map(learner -> CertificatePreference.nameOf(
                        learner, preferences.find(learnerId).orElse(null)))
                .orElse("");
    }

    private static Credential credential(ResultSet row) throws SQLException {
        return new Credential(
                new LearnerId(Row.text(row, "learner_id")),
                UUID.fromString(Row.text(row, "program_uuid")),
                Row.instant(row, "available_at"));
    }
}
