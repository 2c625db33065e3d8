package org.laurel.certificates.issuance.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.course.domain.CourseSettings;
import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.certificates.issuance.domain.Presentation;

/** Fixes what the page of a certificate shows when it is granted or made anew. Later changes do not reach it. */
@ApplicationScoped
class PresentationChoice {

    /** What the pages of changed certificates show from now on; those that stay as they were are left out. */
    Map<CaseKey, Presentation> of(List<Change> changes) {
        Map<CaseKey, Presentation> chosen = new HashMap<>();
        for (Change change : changes) {
            CourseSettings settings = change.outcome().terms().newest().settings();
            if (settings != null && change.required().presentsAnew()) {
                chosen.put(change.key(), new Presentation(settings.id(), null, null));
            }
        }
        return chosen;
    }
}
