package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.course.domain.TermsHistory;
import org.laurel.certificates.issuance.app.PresentationChoice;
import org.laurel.certificates.issuance.app.PresentationChoice.Wanted;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Certificate;
import org.laurel.certificates.issuance.domain.CertificateFile;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.issuance.domain.GenerationMode;
import org.laurel.certificates.issuance.domain.Presentation;
import org.laurel.certificates.issuance.domain.Reason;
import org.laurel.certificates.issuance.domain.StoredCase.Issued;
import org.laurel.certificates.issuance.domain.Visibility;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.rendering.domain.CertificateDocument;
import org.laurel.events.key.CourseKey;
import org.laurel.events.key.LearnerId;

/** Certificates for nobody, as the course run would grant them at this moment: with its template, its texts and its date. */
@ApplicationScoped
public class SampleCertificates {

    private static final String NO_ID = "0".repeat(32);

    private final TermsQuery terms;
    private final PresentationChoice presentations;
    private final Clock clock;

    SampleCertificates(TermsQuery terms, PresentationChoice presentations, Clock clock) {
        this.terms = terms;
        this.presentations = presentations;
        this.clock = clock;
    }

    /** One for each mode, in their order. */
    public List<Shown> of(CourseKey course, List<String> modes) {
        TermsHistory history = terms.history(course);
        Terms newest = history.newest();
        List<Wanted> wanted = new ArrayList<>();
        for (String mode : modes) {
            wanted.add(new Wanted(new CaseKey(new LearnerId("sample-" + wanted.size()), course), mode, newest));
        }
        Map<CaseKey, Presentation> chosen = presentations.of(wanted);
        return wanted.stream()
                .map(one -> shown(one, history, chosen.getOrDefault(one.key(), Presentation.STANDARD)))
                .toList();
    }

    private Shown shown(Wanted wanted, TermsHistory history, Presentation presentation) {
        Instant date = Visibility.expectedDate(wanted.terms(), clock.instant());
        Certificate certificate = new Certificate(
                CertificateStatus.DOWNLOADABLE,
                wanted.mode(),
                "",
                CertificateDocument.EXAMPLE_NAME,
                Reason.PASSED,
                GenerationMode.BATCH,
                true,
                CertificateFile.NONE,
                date,
                date);
        return new Shown(
                wanted.key(),
                new Issued(certificate, date, null, NO_ID, 1),
                history,
                wanted.terms().settings(),
                presentation.configurationVersion(),
                presentation.templateVersion(),
                presentation.hoursOfEffort(),
                false);
    }
}
