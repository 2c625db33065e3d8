package org.laurel.certificates.page.http;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] KEY = randomKey();

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

    /**
     * Records the visit unless the owner looks or a program does, or the course run is observed only, of which nobody is told.
     * A failure is logged and nothing else.
     */
    void notice(Shown shown) {
        if (shown.terms().newest().isObserved()) {
            return;
        }
        String agent = request.getHeader("User-Agent");
        boolean owner = caller.learnerId().equals(shown.key().learnerId().value());
        if (owner || caller.application().isPresent() || Visit.isCrawler(agent)) {
            return;
        }
        Instant now = clock.instant();
        String id = "visit:" + shown.issued().verifyUuid() + ":" + now;
        Visit visit = new Visit(
                shown.key(),
                shown.issued().verifyUuid(),
                shown.issued().certificate().mode(),
                viewer(agent, LocalDate.ofInstant(now, ZoneOffset.UTC)),
                Visit.network(request.getHeader("Referer")),
                now,
                Cause.of("visitor", id));
        // Beside the answer, so that nobody waits for a page while the learner's certificates are being worked on.
        Infrastructure.getDefaultWorkerPool().execute(() -> record(recording, visit));
    }

    private static void record(VisitRecording recording, Visit visit) {
        try {
            recording.apply(List.of(visit));
        } catch (RuntimeException failure) {
            LOG.warnf("A visit could not be recorded: %s", failure);
        }
    }

    /** Tells viewers of one day apart; without the key of this process nobody can tell who it was. */
    private String viewer(@Nullable String agent, LocalDate day) {
        String session = caller.isAnonymous() ? address() + "\n" + agent : caller.learnerId();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(KEY, ALGORITHM));
            byte[] digest = mac.doFinal((day + "\n" + session).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private String address() {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null) {
            return forwarded;
        }
        return request.remoteAddress() == null ? "" : request.remoteAddress().host();
    }
}
