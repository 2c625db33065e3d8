package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.laurel.events.key.CourseKey;
import org.laurel.programs.configuration.db.CourseCertificateStore;
import org.laurel.programs.configuration.domain.CertificateType;
import org.laurel.programs.configuration.domain.EnsureCourse;

/** Makes configurations of course runs in which credentials are made by decision. Source: programs, credentials API. */
@ApplicationScoped
public class CourseEnsuring {

    private final CourseCertificateStore certificates;

    CourseEnsuring(CourseCertificateStore certificates) {
        this.certificates = certificates;
    }

    /**
     * Makes an active configuration for each run that has none, in the caller's transaction; one that is there is left as it is.
     * Modes that no configuration can have make none. A new one says nothing of dates, so nobody has to wait for it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(List<EnsureCourse> commands) {
        // In one order, in which those who make others at the same time do: they wait for each other's rows.
        Map<CourseKey, EnsureCourse> first = new TreeMap<>(Comparator.comparing(CourseKey::value));
        for (EnsureCourse command : commands) {
            if (CertificateType.of(command.mode()).isPresent()) {
                first.putIfAbsent(command.courseKey(), command);
            }
        }
        certificates.ensure(List.copyOf(first.values()));
    }
}
