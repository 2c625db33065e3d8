package org.laurel.programs.completionmail.domain;

import java.time.Instant;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Let a template hold from now on, as far as its HTML is harmless. */
public record ReplaceTemplate(MailTemplate template, ExpectedVersion expected, Instant at, Cause cause) {}
