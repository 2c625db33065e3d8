package org.laurel.bridge.openedx.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of a program credential after the change.
 *
 * @param user whose credential
 * @param program for which program
 * @param uuid id of the credential
 * @param status {@code awarded} or {@code revoked}
 * @param url page of the credential
 * @param certificateAvailableDate from when the learner may see it
 */
public record ProgramCertificateData(
        UserData user,
        ProgramData program,
        String uuid,
        String status,
        String url,
        @Nullable Instant certificateAvailableDate) {}
