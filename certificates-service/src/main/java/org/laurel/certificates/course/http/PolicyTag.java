package org.laurel.certificates.course.http;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Entity tags of policies: strong, and the version's number (RFC 9110, section 8.8.3). */
final class PolicyTag {

    private static final Pattern TAG = Pattern.compile("\"[0-9]{1,18}\"");

    private PolicyTag() {}

    static EntityTag of(long version) {
        return new EntityTag(String.valueOf(version));
    }

    /** The versions that an {@code If-Match} header allows; null for any. A tag that is none of ours allows nothing. */
    static @Nullable Set<Long> expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .filter(tag -> TAG.matcher(tag).matches())
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet());
    }
}
