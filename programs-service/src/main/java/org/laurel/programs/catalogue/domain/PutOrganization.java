package org.laurel.programs.catalogue.domain;

import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** Create or replace an organisation. */
public record PutOrganization(Organization organization, ExpectedVersion expected, Cause cause) {}
