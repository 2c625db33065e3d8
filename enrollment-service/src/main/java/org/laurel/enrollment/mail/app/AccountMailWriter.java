package org.laurel.enrollment.mail.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.laurel.enrollment.mail.domain.MailKind;
import org.laurel.enrollment.mail.domain.OneTimeKey;
import org.laurel.kit.mail.Letter;
import org.laurel.kit.mail.Mail;
import org.laurel.kit.mail.MailWriter;
import org.laurel.kit.page.PublicUrl;

/** Writes mails about accounts when they are sent, with new keys in those that have one. */
@ApplicationScoped
class AccountMailWriter implements MailWriter {

    private final KeyIssue keys;
    private final PublicUrl publicUrl;
    private final String site;

    AccountMailWriter(KeyIssue keys, PublicUrl publicUrl, @ConfigProperty(name = "laurel.mail.site-name") String site) {
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.site = site;
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(MailKind.values()).map(MailKind::code).collect(Collectors.toSet());
    }

    @Override
    public Letter write(Mail mail) {
        return AccountLetter.of(mail, site, link(mail));
    }

    private @Nullable String link(Mail mail) {
        Mail.KeyUse use = mail.key();
        if (use == null) {
            return null;
        }
        MailKind kind = MailKind.ofCode(mail.kind());
        String key = keys.apply(kind, new OneTimeKey(use.requestId(), mail.learnerId(), use.expiresAt()));
        return publicUrl.origin() + kind.keyPath() + key;
    }
}
