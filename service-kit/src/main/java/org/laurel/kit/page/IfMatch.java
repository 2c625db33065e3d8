package org.laurel.kit.page;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.ExpectedVersion;

/** Reads the {@code If-Match} header (RFC 9110, section 13.1.1): strong tags that are version numbers. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("\"[0-9]{1,18}\"");

    private IfMatch() {}

    /** Which version the client expects; a tag that no version can have is met by none. */
    public static ExpectedVersion read(@Nullable String header) {
        if (header == null) {
            return new ExpectedVersion.Whatever();
        }
        if (header.strip().equals("*")) {
            return new ExpectedVersion.Existing();
        }
        Set<Long> versions = Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(tag -> TAG.matcher(tag).matches())
                .map(tag -> Long.valueOf(tag.substring(1, tag.length() - 1)))
                .collect(Collectors.toSet());
        return new ExpectedVersion.OneOf(versions);
    }
}
