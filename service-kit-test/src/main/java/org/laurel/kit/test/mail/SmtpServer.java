package org.laurel.kit.test.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server, one for the whole JVM. Quarkus gives tests class loaders that come and go, so everybody asks the class
 * that the system class loader has, by {@link #ask}; only types of the JDK pass between.
 */
public final class SmtpServer {

    private static final long STARTUP_MILLIS = 30_000;
    private static final GreenMail FIRST = launch(ServerSetup.SMTP.dynamicPort());
    private static final int PORT = FIRST.getSmtp().getPort();
    private static volatile GreenMail running = FIRST;

    private SmtpServer() {}

    /** Calls one of the methods below where the server is. */
    static @Nullable Object ask(String method, Object... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
        try {
            thread.setContextClassLoader(system);
            return Class.forName(SmtpServer.class.getName(), true, system)
                    .getMethod(method, types)
                    .invoke(null, arguments);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new LinkageError(method, wrong);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The server's port. */
    public static String port() {
        return Integer.toString(PORT);
    }

    /** The mails that came for an address, each as its subject, a line end and its text. */
    public static List<String> mails(String address) {
        return parts(address).stream()
                .map(mail -> mail.get("subject") + "\n" + mail.getOrDefault("text", ""))
                .toList();
    }

    /** The mails that came for an address, member by member. */
    public static List<Map<String, String>> parts(String address) {
        return Arrays.stream(running.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .map(SmtpServer::members)
                .toList();
    }

    /** Stops the server, or starts an empty one at the same port. */
    public static void power(Boolean on) {
        if (on) {
            running = launch(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        } else {
            running.stop();
        }
    }

    private static GreenMail launch(ServerSetup setup) {
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equalsIgnoreCase(address));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Map<String, String> members(MimeMessage mail) {
        Map<String, String> members = new HashMap<>();
        try {
            members.put("subject", mail.getSubject());
            members.put("from", addresses(mail.getFrom()));
            members.put("reply_to", addresses(mail.getReplyTo()));
            collect(mail, members);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return members;
    }

    private static void collect(Part part, Map<String, String> members) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), members);
            }
        } else {
            members.put(
                    part.isMimeType("text/html") ? "html" : "text",
                    part.getContent().toString().replace("\r\n", "\n"));
        }
    }

    private static String addresses(Address[] addresses) {
        return Arrays.stream(addresses).map(Address::toString).collect(Collectors.joining(", "));
    }
}
