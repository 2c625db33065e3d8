package org.laurel.certificates.pdf.app;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.laurel.certificates.issuance.db.RenderRequests;
import org.laurel.certificates.issuance.db.RenderRequests.Action;
import org.laurel.certificates.issuance.db.RenderRequests.Request;
import org.laurel.certificates.issuance.db.RenderRequests.Taken;
import org.laurel.certificates.page.app.DocumentAssembly;
import org.laurel.certificates.page.db.PageQuery;
import org.laurel.certificates.page.db.PageQuery.Shown;
import org.laurel.certificates.rendering.app.PdfRendering;
import org.laurel.certificates.rendering.app.RenderFailure;
import org.laurel.kit.sql.Failures;

/**
 * The renderer's side of certificates that are files: takes requests that are due, makes each file outside of any transaction,
 * and hands the answers in together. A request that nobody could answer is due again after ten minutes; after five tries the
 * answer is a failure. Source: decision 1.
 */
@Singleton
class PdfRequests {

    private static final Logger LOG = Logger.getLogger(PdfRequests.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_TRIES = 5;

    private final RenderRequests requests;
    private final PageQuery pages;
    private final DocumentAssembly documents;
    private final PdfRendering rendering;
    private final PdfAnswering answering;
    private final long largest;

    PdfRequests(
            RenderRequests requests,
            PageQuery pages,
            DocumentAssembly documents,
            PdfRendering rendering,
            PdfAnswering answering,
            @ConfigProperty(name = "laurel.file.max-size") MemorySize largest) {
        this.requests = requests;
        this.pages = pages;
        this.documents = documents;
        this.rendering = rendering;
        this.answering = answering;
        this.largest = largest.asLongValue();
    }

    @Scheduled(every = "${laurel.pdf.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            while (handled() == AT_ONCE) {}
        } catch (RuntimeException failure) {
            LOG.warnf("Requests for files wait for infrastructure: %s", failure);
        }
    }

    private int handled() {
        List<Taken> taken = QuarkusTransaction.requiringNew().call(() -> requests.take(AT_ONCE));
        List<PdfAnswer> answers = new ArrayList<>();
        for (Taken one : taken) {
            answer(one).ifPresent(answers::add);
        }
        handIn(answers);
        return taken.size();
    }

    /** Together where that works, else one by one, so that one answer does not hold the others up. */
    private void handIn(List<PdfAnswer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        try {
            answering.apply(answers);
        } catch (RuntimeException failure) {
            if (Failures.isTransient(failure)) {
                requests.again(
                        answers.stream().map(answer -> answer.request().id()).toList());
                throw failure;
            }
            LOG.errorf(failure, "%d answers could not be handed in together", answers.size());
            if (answers.size() > 1) {
                answers.forEach(answer -> handIn(List.of(answer)));
            }
        }
    }

    private Optional<PdfAnswer> answer(Taken taken) {
        Request request = taken.request();
        if (taken.attempts() > MOST_TRIES && request.action() != Action.DISCARD) {
            return Optional.of(
                    new PdfAnswer.Failed(request, "The file could not be made in " + MOST_TRIES + " tries."));
        }
        if (request.action() == Action.MAKE) {
            return make(request);
        }
        return Optional.of(
                request.action() == Action.REMOVE ? new PdfAnswer.Removed(request) : new PdfAnswer.Discarded(request));
    }

    private Optional<PdfAnswer> make(Request request) {
        Optional<Shown> shown = pages.byPublicId(request.verifyUuid())
                .filter(found -> found.issued().certificate().file().requestId().equals(request.id()));
        if (shown.isEmpty()) {
            return Optional.of(new PdfAnswer.Outdated(request));
        }
        try {
            DocumentAssembly.Assembled assembled = documents.assemble(shown.get(), DocumentAssembly.Reading.OF_FILE);
            byte[] file = rendering.render(assembled.document(), assembled.template());
            if (file.length > largest) {
                return Optional.of(new PdfAnswer.Failed(request, "The file has more than " + largest + " bytes."));
            }
            return Optional.of(new PdfAnswer.Made(request, newId(), file));
        } catch (RenderFailure failure) {
            return failure.isPassing()
                    ? Optional.empty()
                    : Optional.of(new PdfAnswer.Failed(request, failure.reason()));
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The file of request %s could not be made; it is tried again", request.id());
            return Optional.empty();
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
