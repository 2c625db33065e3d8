package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.app.PresentationChoice;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Presentation;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** A certificate of dummy values, for the people who set a course run's certificates up. Source: certificates, preview. */
@ApplicationScoped
public class CertificatePreview {

    private final TermsQuery terms;
    private final PresentationChoice presentations;
    private final DocumentAssembly documents;
    private final Clock clock;

    CertificatePreview(TermsQuery terms, PresentationChoice presentations, DocumentAssembly documents, Clock clock) {
        this.terms = terms;
        this.presentations = presentations;
        this.documents = documents;
        this.clock = clock;
    }

    /** What a certificate of a mode would say today, by today's template. */
    public DocumentAssembly.Assembled of(CourseKey course, String mode) {
        TermsHistory history = terms.history(course);
        Instant at = previewDate(history.newest().settings());
        Certificate certificate = new Certificate(
                CertificateStatus.DOWNLOADABLE,
                mode,
                "",
                "John Doë",
                Reason.PASSED,
                GenerationMode.BATCH,
                true,
                CertificateFile.NONE,
                at,
                at);
        CaseKey key = new CaseKey(new LearnerId("preview"), course);
        Presentation shown = presentations
                .of(List.of(new PresentationChoice.Wanted(key, mode, history.newest())))
                .getOrDefault(key, new Presentation(0, null, null));
        return documents.assemble(new Shown(
                key,
                new Issued(certificate, at, at, "0".repeat(32), 1),
                history,
                history.newest().settings(),
                shown.configurationVersion(),
                shown.templateVersion(),
                false));
    }

    /** The date that the course run's certificates will bear, as far as it is known. */
    private Instant previewDate(@Nullable CourseSettings settings) {
        if (settings == null || settings.selfPaced()) {
            return clock.instant();
        }
        Instant date = settings.displayBehavior().equals(CourseSettings.END_WITH_DATE)
                ? settings.availableDate()
                : settings.displayBehavior().equals(CourseSettings.END) ? settings.end() : null;
        return date == null ? clock.instant() : date;
    }
}
