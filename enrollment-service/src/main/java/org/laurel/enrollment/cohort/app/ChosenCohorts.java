package org.laurel.enrollment.cohort.app;

import jakarta.transaction.TransactionScoped;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.laurel.enrollment.cohort.domain.Seat;

/** Whose cohort is decided in the current transaction already, so that enrolling leaves it alone. */
@TransactionScoped
class ChosenCohorts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Set<Seat> seats = new HashSet<>();

    /** All of them, to be read and added to. */
    public Set<Seat> seats() {
        return seats;
    }
}
