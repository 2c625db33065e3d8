package org.laurel.programs.configuration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.domain.ExpectedVersion;

/** What is to become of a signatory. */
public sealed interface SignatoryCommand {

    /** Make a new one, who has no picture yet. */
    record Create(String name, String title, @Nullable String organizationNameOverride, Instant at, Cause cause)
            implements SignatoryCommand {}

    /**
     * Change members.
     *
     * @param expected which version must hold
     */
    record Change(
            long id,
            Member<String> name,
            Member<String> title,
            Member<String> organizationNameOverride,
            Member<Picture> picture,
            ExpectedVersion expected,
            Instant at,
            Cause cause)
            implements SignatoryCommand {}

    /**
     * Give a picture.
     *
     * @param content its bytes
     */
    record Draw(Change change, byte[] content) implements SignatoryCommand {}

    /** Delete one who signs nothing; under the same condition. */
    record Delete(long id, ExpectedVersion expected, Cause cause) implements SignatoryCommand {}
}
