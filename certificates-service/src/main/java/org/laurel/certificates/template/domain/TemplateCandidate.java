package org.laurel.certificates.template.domain;

/** An active template, as far as choosing needs it. {@code versionId} names the text that a certificate would get. */
public record TemplateCandidate(long templateId, long versionId, TemplateScope scope) {}
