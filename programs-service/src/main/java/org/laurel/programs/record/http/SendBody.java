package org.laurel.programs.record.http;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose record is sent, and where to.
 *
 * @param pathwayId the number of a credit pathway
 */
public record SendBody(
        @NotBlank @Size(max = 150) String username,

        @NotNull @Digits(integer = 18, fraction = 0) @Schema(implementation = Long.class)
        BigDecimal pathwayId) {}
