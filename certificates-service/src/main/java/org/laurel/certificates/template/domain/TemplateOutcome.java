package org.laurel.certificates.template.domain;

import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface TemplateOutcome {

    /** It is as the draft says; {@code changed} is false when it was so before. */
    record Saved(CertificateTemplate template, boolean changed) implements TemplateOutcome {}

    /** It is no more. */
    record Deleted(long id) implements TemplateOutcome {}

    /** There is no such template. */
    record Unknown(long id) implements TemplateOutcome {}

    /** Somebody else changed it since. */
    record Stale(long id, long revision) implements TemplateOutcome {}

    /** Another template has the same organization, course run, mode and language. */
    record Taken(long byId) implements TemplateOutcome {}

    /** It could never be rendered; line and column start at 1. */
    record Broken(
            String reason, @Nullable Integer line, @Nullable Integer column) implements TemplateOutcome {}
}
