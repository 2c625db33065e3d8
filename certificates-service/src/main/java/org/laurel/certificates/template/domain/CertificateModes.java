package org.laurel.certificates.template.domain;

import java.util.List;

/** The enrollment modes that a template may be bound to (certificates.md §1, MODES). */
public final class CertificateModes {

    public static final List<String> ALL = List.of(
            "verified",
            "honor",
            "audit",
            "professional",
            "no-id-professional",
            "masters",
            "executive-education",
            "paid-executive-education",
            "paid-bootcamp");

    /** The mode of a template that names none. */
    public static final String DEFAULT = "honor";

    private CertificateModes() {}
}
