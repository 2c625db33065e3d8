package org.laurel.programs.catalogue.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which organisations are asked for; null does not restrict.
 *
 * @param key the whole key
 * @param text a part of the key or name, ignoring case
 */
public record OrganizationFilter(
        @Nullable String key, @Nullable String text) {}
