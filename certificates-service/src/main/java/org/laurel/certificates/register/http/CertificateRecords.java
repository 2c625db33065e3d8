package org.laurel.certificates.register.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.laurel.certificates.course.db.TermsQuery;
import org.laurel.certificates.course.domain.Terms;
import org.laurel.certificates.register.domain.RegisterEntry;
import org.laurel.events.key.CourseKey;

/** Writes certificates down as other systems read them: three statements for what holds in their course runs. */
@ApplicationScoped
public class CertificateRecords {

    private final TermsQuery terms;

    CertificateRecords(TermsQuery terms) {
        this.terms = terms;
    }

    /** The certificates in their order. */
    public List<CertificateRecord> of(List<RegisterEntry> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<CourseKey, Terms> newest = terms.newest(
                entries.stream().map(entry -> entry.key().courseKey()).toList());
        return entries.stream()
                .map(entry -> CertificateRecord.of(
                        entry.key(),
                        entry.username(),
                        entry.issued(),
                        Objects.requireNonNull(newest.get(entry.key().courseKey()))))
                .toList();
    }
}
