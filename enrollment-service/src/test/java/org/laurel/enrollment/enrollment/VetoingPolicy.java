package org.laurel.enrollment.enrollment;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy;

/** Refuses learners whom tests call after the stage at which they are to be refused, such as {@code vetoed-request}. */
@Singleton
class VetoingPolicy implements EnrollmentPolicy {

    @Override
    public Optional<Veto> veto(Stage stage, Request request) {
        boolean meant = request.key()
                .learnerId()
                .value()
                .contains("vetoed-" + stage.name().toLowerCase(Locale.ROOT));
        return meant ? Optional.of(new Veto("Not you.", "Du nicht.")) : Optional.empty();
    }
}
