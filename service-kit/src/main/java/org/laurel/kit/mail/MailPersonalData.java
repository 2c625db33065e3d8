package org.laurel.kit.mail;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.kit.retirement.PersonalColumn;
import org.laurel.kit.retirement.PersonalData;

/** Mails that wait or were given up go with the learner whom they are to or tell of. */
@Singleton
class MailPersonalData implements PersonalData {

    @Override
    public List<PersonalColumn> columns() {
        return List.of(PersonalColumn.by(
                "mail",
                List.of("recipient", "detail", "subject", "content", "html", "sender", "reply_to", "error"),
                "delete from mail t where t.learner_id in (select learner_id from gone)"));
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public List<String> usernames() {
        return List.of();
    }
}
