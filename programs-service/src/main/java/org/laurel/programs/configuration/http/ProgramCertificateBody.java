package org.laurel.programs.configuration.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.programs.configuration.domain.CertificateMembers;

/**
 * How a program is certified, as clients send it. MemberReader that are left out become what they usually are with PUT, and stay with
 * PATCH.
 *
 * @param isActive whether credentials are made; usually true
 * @param title stands in for the program's title, at most 255 characters
 * @param signatories ids of those who sign, in order, at most 20
 * @param useOrgName whether organisations are called by name instead of by key; usually false
 * @param includeHoursOfEffort whether the program's hours of effort are told; usually false
 * @param language tag of the page's language, null for the reader's
 * @param changeReason why it changes, for the history
 */
public record ProgramCertificateBody(
        @Nullable Boolean isActive,
        @Nullable String title,
        @Nullable List<Long> signatories,
        @Nullable Boolean useOrgName,
        @Nullable Boolean includeHoursOfEffort,
        @Nullable String language,
        @Nullable String changeReason) {

    private static final int LONGEST_TITLE = 255;
    private static final int MOST_SIGNATORIES = 20;
    private static final int LONGEST_REASON = 1_000;

    /** What a body changes, and why. */
    record Read(CertificateMembers members, @Nullable String reason) {}

    /** Reads a body, or ends the request with all that is wrong with it. */
    static Read read(@Nullable JsonNode body) {
        MemberReader members = new MemberReader(body, "invalid_certificate_configuration");
        CertificateMembers read = new CertificateMembers(
                members.flag("is_active"),
                members.text("title", LONGEST_TITLE),
                members.ids("signatories", MOST_SIGNATORIES),
                members.flag("use_org_name"),
                members.flag("include_hours_of_effort"),
                members.language("language"));
        String reason = members.text("change_reason", LONGEST_REASON).value();
        members.refuse();
        return new Read(read, reason);
    }
}
