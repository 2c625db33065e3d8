package org.laurel.kit.test.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives tests a real SMTP server, which they look into by {@link Mailbox}, and retries that do not take long. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "laurel.mail.host", "127.0.0.1",
                "laurel.mail.port", String.valueOf(SmtpServer.ask("port")),
                "laurel.mail.from", "laurel@example.org",
                "laurel.mail.site-name", "Laurel Test",
                "laurel.mail.first-retry", "PT0.2S",
                "laurel.mail.retry-every", "1s");
    }

    /** Goes on until the JVM ends. */
    @Override
    public void stop() {}
}
