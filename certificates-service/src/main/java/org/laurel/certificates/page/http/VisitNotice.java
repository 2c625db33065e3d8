package org.laurel.certificates.page.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.page.app.VisitRecording;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.page.domain.Visit;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.security.Caller;

/** Notices that somebody looks at a certificate, without ever standing in the way of the answer. */
@RequestScoped
class VisitNotice {

    private static final Logger LOG = Logger.getLogger(VisitNotice.class);

    private final VisitRecording recording;
    private final Caller caller;
    private final HttpServerRequest request;
    private final Clock clock;

    VisitNotice(VisitRecording recording, Caller caller, HttpServerRequest request, Clock clock) {
        this.recording = recording;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    /** Records the visit unless the owner looks or a program does. A failure is logged and nothing else. */
    void notice(Shown shown) {
        String agent = request.getHeader("User-Agent");
        if (caller.learnerId().equals(shown.key().learnerId().value()) || Visit.isCrawler(agent)) {
            return;
        }
        Instant now = clock.instant();
        String id = "visit:" + shown.issued().verifyUuid() + ":" + now;
        try {
            recording.apply(List.of(new Visit(
                    shown.key(),
                    shown.issued().verifyUuid(),
                    shown.issued().certificate().mode(),
                    viewer(agent, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                    Visit.network(request.getHeader("Referer")),
                    now,
                    Cause.of("visitor", id))));
        } catch (RuntimeException failure) {
            LOG.warnf("A visit could not be recorded: %s", failure);
        }
    }

    /** Tells viewers of one day apart; it cannot be traced back to an address once the day is over. */
    private String viewer(@Nullable String agent, LocalDate day) {
        String session = caller.isAnonymous() ? address() + "\n" + agent : caller.learnerId();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((day + "\n" + session).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String address() {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null) {
            return forwarded;
        }
        return request.remoteAddress() == null ? "" : request.remoteAddress().host();
    }
}
