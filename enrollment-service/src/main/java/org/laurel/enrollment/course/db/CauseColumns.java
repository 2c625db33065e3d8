package org.laurel.enrollment.course.db;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;

/** Who changed an audited row and why; the history trigger copies it. */
@Embeddable
record CauseColumns(String changedBy, @Nullable String changeReason, String causeId) {

    CauseColumns(Cause cause) {
        this(cause.by(), cause.reason(), cause.id());
    }
}
