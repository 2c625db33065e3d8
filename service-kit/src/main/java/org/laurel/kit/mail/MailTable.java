package org.laurel.kit.mail;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.mail.Mail.KeyUse;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Mails that wait to be sent. */
@ApplicationScoped
@IfBuildProperty(name = Sending.SWITCH, stringValue = Sending.ON)
class MailTable {

    private static final Duration DAY = Duration.ofDays(1);
    private static final String[] EXPIRED = {WaitingMail.KEY_EXPIRED, WaitingMail.TOO_MANY_FAILURES};

    private final Sql sql;

    MailTable(Sql sql) {
        this.sql = sql;
    }

    /** Adds mails, due at once. */
    void add(List<Mail> mails, Instant now) {
        sql.update(
                """
                insert into mail (kind, learner_id, recipient, request_id, expires_at, detail, subject, content, html, sender,
                                  reply_to, created_at, not_before)
                select t.kind, t.learner_id, t.recipient, t.request_id, t.expires_at::timestamptz, t.detail, t.subject,
                       t.content, t.html, t.sender, t.reply_to, ?, ?
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[])
                     as t (kind, learner_id, recipient, request_id, expires_at, detail, subject, content, html, sender,
                           reply_to)
                """,
                now,
                now,
                Column.texts(mails, Mail::kind),
                Column.texts(mails, Mail::learnerId),
                Column.texts(mails, Mail::recipient),
                Column.texts(mails, mail -> key(mail, KeyUse::requestId)),
                Column.texts(mails, mail -> key(mail, KeyUse::expiresAt)),
                Column.texts(mails, Mail::detail),
                Column.texts(mails, mail -> words(mail, Letter::subject)),
                Column.texts(mails, mail -> words(mail, Letter::text)),
                Column.texts(mails, mail -> words(mail, Letter::html)),
                Column.texts(mails, mail -> words(mail, Letter::sender)),
                Column.texts(mails, mail -> words(mail, Letter::replyTo)));
    }

    /**
     * The oldest mail that is due and that nobody else is taking; empty when there is none.
     *
     * @param until when it is due again unless it is taken off before
     */
    Optional<WaitingMail> lease(Instant now, Instant until) {
        return sql.first("""
                update mail set not_before = ? where id = (
                    select id from mail where given_up_at is null and not_before <= ?
                    order by not_before, id limit 1 for update skip locked)
                returning *
                """, MailTable::waiting, until, now);
    }

    /** Keeps everybody from taking a mail back until the transaction ends; false when somebody has. */
    boolean lock(long id) {
        return sql.first("select id from mail where id = ? for update", row -> row.getLong(1), id)
                .isPresent();
    }

    /** Takes a mail off that was sent. */
    void remove(long id) {
        sql.update("delete from mail where id = ?", id);
    }

    /**
     * Lets a mail wait for another attempt.
     *
     * @param error what went wrong, without any address
     */
    void postpone(long id, Instant notBefore, String error) {
        sql.update(
                "update mail set attempts = attempts + 1, not_before = ?, error = ? where id = ?",
                notBefore,
                error,
                id);
    }

    /** Gives a mail up; it stays for operators to see. */
    void giveUp(long id, Instant now, String reason) {
        sql.update("update mail set given_up_at = ?, error = ? where id = ?", now, reason, id);
    }

    /** How many mails wait, and how many were given up within the last day. */
    MailBacklog backlog(Instant now) {
        return sql.query(
                        """
                        select * from (
                            select count(*) as waiting, coalesce(extract(epoch from ? - min(created_at)), 0)::bigint as oldest
                            from mail where given_up_at is null) as w,
                        (
                            select count(*) filter (where not error = any(?)) as refused,
                                   count(*) filter (where error = any(?)) as expired
                            from mail where given_up_at > ?) as g
                        """,
                        row -> new MailBacklog(
                                row.getLong("waiting"),
                                row.getLong("oldest"),
                                row.getLong("refused"),
                                row.getLong("expired")),
                        now,
                        EXPIRED,
                        EXPIRED,
                        now.minus(DAY))
                .getFirst();
    }

    /** Drops mails that were given up before this time. */
    void dropGivenUpBefore(Instant time) {
        sql.update("delete from mail where given_up_at < ?", time);
    }

    /** Drops the mails to learners that bring a key and have not been sent. */
    void dropKeyed(List<LearnerId> learners) {
        sql.update("delete from mail where learner_id = any(?) and request_id is not null", (Object)
                Column.texts(learners, LearnerId::value));
    }

    private static @Nullable Object key(Mail mail, Function<KeyUse, Object> member) {
        return mail.key() == null ? null : member.apply(mail.key());
    }

    private static @Nullable Object words(Mail mail, Function<Letter, @Nullable Object> member) {
        return mail.letter() == null ? null : member.apply(mail.letter());
    }

    private static @Nullable Letter letter(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return subject == null
                ? null
                : new Letter(
                        subject,
                        Row.text(row, "content"),
                        row.getString("html"),
                        row.getString("sender"),
                        row.getString("reply_to"));
    }

    private static WaitingMail waiting(ResultSet row) throws SQLException {
        Instant expiresAt = Row.instantOrNull(row, "expires_at");
        KeyUse key = expiresAt == null ? null : new KeyUse(Row.text(row, "request_id"), expiresAt);
        Mail mail = new Mail(
                Row.text(row, "kind"),
                new LearnerId(Row.text(row, "learner_id")),
                Row.text(row, "recipient"),
                key,
                row.getString("detail"),
                letter(row));
        return new WaitingMail(row.getLong("id"), mail, Row.instant(row, "created_at"), row.getInt("attempts"));
    }
}
