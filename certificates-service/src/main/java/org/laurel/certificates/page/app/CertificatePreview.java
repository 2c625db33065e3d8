package org.laurel.certificates.page.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.certificates.page.app.DocumentAssembly.Assembled;
import org.laurel.certificates.page.app.DocumentAssembly.Reading;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.events.key.CourseKey;

/** A certificate of dummy values, for the people who set a course run's certificates up. Source: section 7.7, preview. */
@ApplicationScoped
public class CertificatePreview {

    private static final Pattern MODE = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final SampleCertificates samples;
    private final DocumentAssembly documents;

    CertificatePreview(SampleCertificates samples, DocumentAssembly documents) {
        this.samples = samples;
        this.documents = documents;
    }

    /**
     * What a certificate of a mode would say today, by today's template and the first text of the course run's configuration,
     * active or not. Empty where a page would not show either: the course run is unknown, or has no certificates; and for a
     * mode that no course run can have.
     *
     * @param language of the reader
     */
    public Optional<Assembled> of(CourseKey course, String mode, String language) {
        if (!MODE.matcher(mode).matches()) {
            return Optional.empty();
        }
        Shown shown = samples.of(course, List.of(mode)).getFirst();
        return shown.terms().newest().certificatesEnabled()
                ? Optional.of(documents.assemble(shown, new Reading(language, true)))
                : Optional.empty();
    }
}
