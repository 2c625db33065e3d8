package org.laurel.programs.completionmail.domain;

import java.time.Instant;

/**
 * A template as the database holds it.
 *
 * @param version a number that no other template ever has
 */
public record StoredTemplate(MailTemplate template, long version, Instant createdAt, Instant modifiedAt) {}
