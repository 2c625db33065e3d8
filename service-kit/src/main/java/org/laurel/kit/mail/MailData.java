package org.laurel.kit.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import org.laurel.kit.personal.HeldRows;
import org.laurel.kit.sql.Sql;

/**
 * Mails to the learner, or telling of the learner, that wait or were given up. Keys are in none of them: these are written when a
 * mail is sent.
 */
@Singleton
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailData extends HeldRows {

    MailData(Sql sql, ObjectMapper json) {
        super(sql, json, "mails", """
                select kind, recipient, reply_to, subject, content as text, html, created_at, given_up_at
                from mail where learner_id = ? order by id
                """);
    }
}
