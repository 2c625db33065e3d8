package org.laurel.programs.configuration.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** Entity tags of configurations: strong, and the version's number (RFC 9110, section 8.8.3). */
final class VersionTag {

    private static final Pattern TAG = Pattern.compile("\"[0-9]{1,18}\"");

    private VersionTag() {}

    static EntityTag of(long version) {
        return new EntityTag(String.valueOf(version));
    }

    /** The versions that an {@code If-Match} header allows; null for any. A tag that is none of ours allows nothing. */
    static @Nullable Set<Long> expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        return Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .filter(tag -> TAG.matcher(tag).matches())
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet());
    }

    /** 412: it was changed since. */
    static ProblemException stale() {
        return new ProblemException(
                Problem.of(412, "changed_meanwhile", "It was changed since. Read it again and repeat your change."));
    }
}
