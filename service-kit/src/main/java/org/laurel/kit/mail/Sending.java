package org.laurel.kit.mail;

/** The property of a service's build that says that it sends mails; all beans of this package are there only if it does. */
final class Sending {

    /** Its name. It is the service's own and no setting of operators. */
    static final String SWITCH = "mail.sending";

    /** Its value. */
    static final String ON = "true";

    private Sending() {}
}
