package org.laurel.certificates.lookup.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.issuance.domain.CertificateStatus;
import org.laurel.certificates.mode.domain.ModeLists;

/** What code in the platform asks for as the status of a certificate, member by member. Source: certificates, statuses. */
public final class StatusDictionary {

    private static final String STATUS = "status";
    private static final String GRADE = "grade";
    private static final String DOWNLOAD_URL = "download_url";

    private StatusDictionary() {}

    /**
     * Today's form: status, mode and uuid, a grade when there is one, and the address of a granted certificate. {@code auditing}
     * ends it before the address. Without certificate it says {@code unavailable}.
     */
    public static Map<String, @Nullable Object> today(@Nullable ShownCertificate shown) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(
                STATUS, shown == null ? unavailable() : shown.presentedStatus().slug());
        members.put(
                "mode", shown == null ? ModeLists.HONOR : shown.certificate().mode());
        members.put("uuid", shown == null ? null : shown.issued().verifyUuid());
        if (shown != null) {
            grade(members, shown);
            if (!shown.isAuditing()) {
                link(members, shown);
            }
        }
        return members;
    }

    /** The form of 2012: the stored status, a grade when there is one, and the address of a granted certificate. */
    public static Map<String, @Nullable Object> of2012(@Nullable ShownCertificate shown) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put(
                STATUS,
                shown == null ? unavailable() : shown.certificate().status().slug());
        if (shown != null) {
            grade(members, shown);
            link(members, shown);
        }
        return members;
    }

    private static void grade(Map<String, @Nullable Object> members, ShownCertificate shown) {
        if (!shown.certificate().grade().isEmpty()) {
            members.put(GRADE, shown.certificate().grade());
        }
    }

    private static void link(Map<String, @Nullable Object> members, ShownCertificate shown) {
        String link = shown.link();
        if (link != null) {
            members.put(DOWNLOAD_URL, link);
        }
    }

    private static String unavailable() {
        return CertificateStatus.UNAVAILABLE.slug();
    }
}
