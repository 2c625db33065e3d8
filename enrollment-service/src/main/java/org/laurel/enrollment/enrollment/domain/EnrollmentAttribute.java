package org.laurel.enrollment.enrollment.domain;

/** What a client knows about an enrollment, such as {@code credit:provider_id}; each part has at most 255 characters. */
public record EnrollmentAttribute(String namespace, String name, String value) {

    /** Stands for what cannot be read as an attribute. */
    public static final EnrollmentAttribute UNREADABLE = new EnrollmentAttribute("", "", "");

    private static final int LONGEST = 255;

    /** Whether each part is a text that can be kept. */
    public boolean isFit() {
        return isFit(namespace) && isFit(name) && isFit(value);
    }

    private static boolean isFit(String part) {
        return !part.isEmpty() && part.length() <= LONGEST && part.indexOf('\0') < 0;
    }

    /** Namespace and name as one text. */
    public String fullName() {
        return namespace + ":" + name;
    }
}
