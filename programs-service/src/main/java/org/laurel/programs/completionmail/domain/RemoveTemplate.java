package org.laurel.programs.completionmail.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Remove a template. */
public record RemoveTemplate(String identifier, ExpectedVersion expected, Cause cause) {}
