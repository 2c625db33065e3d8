package org.laurel.enrollment.namechange.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why a request is not granted; the learner gets it by mail. */
record RejectionBody(
        @NotBlank @Size(max = 1024) @Pattern(regexp = "[^\\x00]*") String reason) {}
