package org.laurel.certificates.sharing.http;

import jakarta.validation.constraints.NotNull;

/**
 * A share.
 *
 * @param socialNetwork {@code facebook}, {@code twitter} or {@code linkedin}
 */
public record ShareBody(@NotNull String socialNetwork) {}
