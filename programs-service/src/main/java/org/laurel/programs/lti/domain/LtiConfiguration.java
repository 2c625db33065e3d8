package org.laurel.programs.lti.domain;

import org.jspecify.annotations.Nullable;

/**
 * A tool of a program. Source: programs, configuration tables.
 *
 * @param providerType a code of who provides it
 * @param launch null when it is not launched by LTI
 */
public record LtiConfiguration(
        boolean enabled, String providerType, @Nullable LtiLaunch launch) {}
