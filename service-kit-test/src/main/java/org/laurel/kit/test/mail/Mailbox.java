package org.laurel.kit.test.mail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.KafkaProbe;

/** Mails that the {@link SmtpServer} took, each as its subject, a line end and its text. */
public final class Mailbox {

    private static final Pattern KEY = Pattern.compile("/([0-9a-f]{64})");

    private Mailbox() {}

    /** What came for this address so far. */
    @SuppressWarnings("unchecked")
    public static List<String> of(String address) {
        return (List<String>) Objects.requireNonNull(SmtpServer.ask("mails", address));
    }

    /** The same mails member by member: subject, from, reply_to, text, and html where there is an HTML part. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, String>> parts(String address) {
        return (List<Map<String, String>>) Objects.requireNonNull(SmtpServer.ask("parts", address));
    }

    /** Waits until so many mails came for this address. */
    public static List<String> await(String address, int count) {
        return Awaitility.await(count + " mails for " + address)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> of(address), mails -> mails.size() >= count);
    }

    /** Waits for the mail with this number, from 1, and returns the key in it. */
    public static String key(String address, int number) {
        Matcher matcher = KEY.matcher(await(address, number).get(number - 1));
        if (!matcher.find()) {
            throw new AssertionError("mail " + number + " has no key");
        }
        return matcher.group(1);
    }

    /** Waits until nothing is left to be sent to a learner. */
    public static void awaitNothingFor(String learnerId) {
        Awaitility.await("no mail waits for " + learnerId)
                .atMost(KafkaProbe.PATIENCE)
                .until(() -> "0"
                        .equals(Database.current().value("select count(*) from mail where learner_id = ?", learnerId)));
    }

    /** Stops and starts the server at the same port. */
    public static void power(boolean on) {
        SmtpServer.ask("power", on);
    }
}
