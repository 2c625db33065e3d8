package org.laurel.programs.record.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Whose record is shared. */
public record ShareBody(@NotBlank @Size(max = 150) String username) {}
