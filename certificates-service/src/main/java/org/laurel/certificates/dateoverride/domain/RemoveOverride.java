package org.laurel.certificates.dateoverride.domain;

import org.laurel.certificates.issuance.domain.CaseKey;
import org.laurel.kit.domain.Cause;

/** Take back that staff have set the issue date. */
public record RemoveOverride(CaseKey key, Cause cause) {}
