package org.laurel.kit.mail;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All writers of the service, by the kinds of mail that they write. */
@Singleton
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailWriters {

    private final Map<String, MailWriter> byKind = new HashMap<>();

    MailWriters(@All List<MailWriter> writers) {
        for (MailWriter writer : writers) {
            for (String kind : writer.kinds()) {
                if (byKind.put(kind, writer) != null) {
                    throw new IllegalStateException("two writers write mails of the kind " + kind);
                }
            }
        }
    }

    /** The words of a mail: those that it was posted with, otherwise what its writer says. */
    Letter write(Mail mail) {
        if (mail.letter() != null) {
            return mail.letter();
        }
        MailWriter writer = byKind.get(mail.kind());
        if (writer == null) {
            throw new IllegalStateException("nobody writes mails of the kind " + mail.kind());
        }
        return writer.write(mail);
    }
}
