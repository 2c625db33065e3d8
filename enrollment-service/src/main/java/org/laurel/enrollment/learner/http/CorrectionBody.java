package org.laurel.enrollment.learner.http;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.learner.domain.Amendment;

/**
 * What staff correct of an account; absent members stay.
 *
 * @param email empty for none
 * @param reason kept with the history
 */
record CorrectionBody(
        @Nullable String username,
        @Nullable String email,
        @Nullable String name,
        @Nullable Boolean isActive,

        @Nullable @Size(max = 1024) @Pattern(regexp = "[^\\x00]*") String reason) {

    List<Amendment> amendments() {
        List<Amendment> amendments = new ArrayList<>();
        if (username != null) {
            amendments.add(new Amendment.Username(username));
        }
        if (email != null) {
            amendments.add(new Amendment.Email(email));
        }
        if (name != null) {
            amendments.add(new Amendment.Name(name));
        }
        if (isActive != null) {
            amendments.add(new Amendment.Active(isActive));
        }
        return amendments;
    }
}
