package org.laurel.programs.credential.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The date that the versions of a certificate want shown instead of its own: a fold in version order.
 *
 * @param date null when the last one was taken away
 * @param since business time of the version that brought it, or took the last one away
 */
public record OverrideFold(@Nullable Instant date, Instant since) {

    /** Folds; null when no version ever brought a date. */
    public static @Nullable OverrideFold fold(Collection<CertificateVersion> versions) {
        OverrideFold fold = null;
        for (CertificateVersion version : versions.stream().sorted().toList()) {
            Instant before = fold == null ? null : fold.date;
            if (!Objects.equals(before, version.dateOverride())) {
                fold = new OverrideFold(version.dateOverride(), version.occurredAt());
            }
        }
        return fold;
    }
}
