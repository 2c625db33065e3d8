package org.laurel.enrollment.enrollment.domain;

/** What a client knows about an enrollment, such as {@code credit:provider_id}; each part has at most 255 characters. */
public record EnrollmentAttribute(String namespace, String name, String value) {

    /** Namespace and name as one text. */
    public String fullName() {
        return namespace + ":" + name;
    }
}
