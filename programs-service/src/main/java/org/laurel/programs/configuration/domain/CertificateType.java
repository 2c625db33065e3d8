package org.laurel.programs.configuration.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a course run's configuration certifies. Source: programs, credential entities. */
public enum CertificateType {
    HONOR("honor"),
    PROFESSIONAL("professional"),
    VERIFIED("verified"),
    NO_ID_PROFESSIONAL("no-id-professional"),
    MASTERS("masters");

    private final String slug;

    CertificateType(String slug) {
        this.slug = slug;
    }

    /** The name on the wire and in the database. */
    public String slug() {
        return slug;
    }

    /** The type with this name, empty when there is none. */
    public static Optional<CertificateType> of(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    /** All names, for people. */
    public static String names() {
        return Arrays.stream(values()).map(CertificateType::slug).collect(Collectors.joining(", "));
    }
}
