package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.domain.Member;

/**
 * Somebody who signs certificates, as clients send it.
 *
 * @param name at most 255 characters, required but with PATCH
 * @param title the office held, at most 255 characters, required but with PATCH
 * @param organizationNameOverride the organisation to show, null for the program's
 * @param changeReason why it changes, for the history
 */
public record SignatoryBody(
        @Nullable String name,
        @Nullable String title,
        @Nullable String organizationNameOverride,
        @Nullable String changeReason) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 1_000;

    /** What a body says. */
    record Read(
            Member<String> name,
            Member<String> title,
            Member<String> organizationNameOverride,
            @Nullable String reason) {}

    /**
     * Reads a body, or ends the request with all that is wrong with it.
     *
     * @param whole whether all members count, given or not
     */
    static Read read(@Nullable JsonNode body, boolean whole) {
        MemberReader members = new MemberReader(body, "invalid_signatory");
        if (whole) {
            members.require("name", "title");
        }
        Member<String> organization = members.text("organization_name_override", LONGEST_NAME);
        Read read = new Read(
                members.substantialText("name", LONGEST_NAME),
                members.substantialText("title", LONGEST_NAME),
                whole ? Member.of(organization.value()) : organization,
                members.text("change_reason", LONGEST_REASON).value());
        members.refuse();
        return read;
    }
}
