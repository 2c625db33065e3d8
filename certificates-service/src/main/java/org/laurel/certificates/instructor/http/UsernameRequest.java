package org.laurel.certificates.instructor.http;

import jakarta.validation.constraints.NotBlank;

/** Whom an operation is about, by username or e-mail address. */
public record UsernameRequest(@NotBlank String username) {}
