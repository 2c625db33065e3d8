package org.laurel.certificates.pdf.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.certificates.issuance.app.FactFolding;
import org.laurel.certificates.issuance.db.CaseStore;
import org.laurel.certificates.issuance.db.RenderRequests;
import org.laurel.certificates.issuance.db.RenderRequests.Request;
import org.laurel.certificates.issuance.domain.CertificateLinks;
import org.laurel.certificates.issuance.domain.Fact;
import org.laurel.certificates.issuance.domain.FactCommand;
import org.laurel.certificates.issuance.domain.RenderAnswer;
import org.laurel.certificates.issuance.domain.StoredCase;
import org.laurel.certificates.learner.db.LearnerDirectory;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;

/**
 * Hands in the renderer's answers: keeps or lets go of the files, folds the answers into the certificates, and closes the
 * requests, all in one transaction.
 */
@ApplicationScoped
class PdfAnswering {

    private static final String MEDIA_TYPE = "application/pdf";

    private final KeyLocks locks;
    private final FileStore files;
    private final CaseStore cases;
    private final RenderRequests requests;
    private final FactFolding folding;
    private final LearnerDirectory learners;

    PdfAnswering(
            KeyLocks locks,
            FileStore files,
            CaseStore cases,
            RenderRequests requests,
            FactFolding folding,
            LearnerDirectory learners) {
        this.locks = locks;
        this.files = files;
        this.cases = cases;
        this.requests = requests;
        this.folding = folding;
        this.learners = learners;
    }

    /** Hands the answers in. */
    @Transactional
    public void apply(List<PdfAnswer> answers) {
        locks.lock(answers.stream()
                .map(answer -> answer.request().key().learnerId().value())
                .toList());
        Set<LearnerId> retired = learners.retired(answers.stream()
                .map(answer -> answer.request().key().learnerId())
                .toList());
        var stored = cases.load(
                answers.stream().map(answer -> answer.request().key()).toList());
        List<FactCommand> commands = new ArrayList<>();
        for (PdfAnswer answer : answers) {
            Request request = answer.request();
            StoredCase now = stored.getOrDefault(request.key(), StoredCase.none(request.key()));
            switch (answer) {
                case PdfAnswer.Made made -> {
                    if (waitsFor(now, request)) {
                        // A file that was made while its learner was retired still has the name.
                        if (!retired.contains(request.key().learnerId())) {
                            files.put(made.file(), MEDIA_TYPE, owner(request));
                        }
                        commands.add(answered(
                                request,
                                new RenderAnswer.Made(
                                        made.downloadUuid(),
                                        CertificateLinks.file(request.verifyUuid(), made.downloadUuid()))));
                    }
                }
                case PdfAnswer.Removed ignored -> {
                    if (waitsFor(now, request)) {
                        files.release(owner(request));
                        commands.add(answered(request, new RenderAnswer.Removed()));
                    }
                }
                case PdfAnswer.Failed failed ->
                    commands.add(answered(request, new RenderAnswer.Failed(failed.reason())));
                case PdfAnswer.Discarded ignored -> {
                    if (hasNoFile(now)) {
                        files.release(owner(request));
                    }
                }
                case PdfAnswer.Outdated ignored -> {}
            }
        }
        if (!commands.isEmpty()) {
            folding.apply(commands);
        }
        requests.remove(answers.stream().map(answer -> answer.request().id()).toList());
    }

    private static boolean waitsFor(StoredCase now, Request request) {
        return now.issued() != null
                && now.issued().certificate().status().waitsForFile()
                && now.issued().certificate().file().requestId().equals(request.id());
    }

    private static boolean hasNoFile(StoredCase now) {
        return now.issued() == null
                || now.issued().certificate().file().downloadUuid().isEmpty();
    }

    private static FactCommand answered(Request request, RenderAnswer answer) {
        return new FactCommand.TakeIn(
                request.key(),
                Fact.Rendered.to(request.requestedAt(), request.id(), answer),
                null,
                Cause.of("renderer", request.id()));
    }

    private static String owner(Request request) {
        return "certificate:" + request.verifyUuid();
    }
}
