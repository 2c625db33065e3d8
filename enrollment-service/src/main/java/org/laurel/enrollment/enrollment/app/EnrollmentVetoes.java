package org.laurel.enrollment.enrollment.app;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Request;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Stage;
import org.laurel.enrollment.enrollment.domain.EnrollmentPolicy.Veto;

/** Asks every policy of the deployment. */
@ApplicationScoped
public class EnrollmentVetoes {

    private final List<EnrollmentPolicy> policies;

    EnrollmentVetoes(@All List<EnrollmentPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** The first refusal, empty when nobody refuses. */
    public Optional<Veto> find(Stage stage, Request request) {
        return policies.stream()
                .flatMap(policy -> policy.veto(stage, request).stream())
                .findFirst();
    }
}
