package org.laurel.programs.lti.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Remove the configuration of a program's tool, key and secret with it. */
public record RemoveLti(LtiSubject subject, ExpectedVersion expected, Cause cause) {}
