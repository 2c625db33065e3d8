package org.laurel.certificates.configuration.domain;

import java.util.List;

/**
 * One text for the certificates of a course run.
 *
 * @param id tells the texts of one run apart
 * @param name what course authors call it
 * @param description for course authors, may be empty
 * @param courseTitle stands in for the course's display name; empty to use that
 * @param active whether certificates may be issued with it
 * @param version of the document's form, as authoring tools count it
 */
public record CertificateText(
        long id,
        String name,
        String description,
        String courseTitle,
        boolean active,
        int version,
        List<Signatory> signatories) {

    public CertificateText {
        signatories = List.copyOf(signatories);
    }
}
