package org.laurel.programs.credential.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.credential.db.CertificateLog;
import org.laurel.programs.credential.domain.CaseKey;
import org.laurel.programs.credential.domain.TakeCertificate;
import org.laurel.programs.learner.db.LearnerDirectory;

/**
 * Keeps credentials by certificates: takes versions of course certificates in, folds them into course credentials, and awards
 * or revokes the program credentials that depend on these, in one transaction. The number of statements does not depend on the
 * number of commands.
 */
@ApplicationScoped
public class CredentialKeeping {

    private final KeyLocks locks;
    private final LearnerDirectory learners;
    private final CertificateLog certificates;
    private final CourseCrediting crediting;
    private final CredentialTelling telling;

    CredentialKeeping(
            KeyLocks locks,
            LearnerDirectory learners,
            CertificateLog certificates,
            CourseCrediting crediting,
            CredentialTelling telling) {
        this.locks = locks;
        this.learners = learners;
        this.certificates = certificates;
        this.crediting = crediting;
        this.telling = telling;
    }

    /** Takes the commands in; their order and repetition make no difference to which credentials hold. */
    @Transactional
    public void apply(List<TakeCertificate> commands) {
        locks.lock(commands.stream()
                .map(command -> command.key().learnerId().value())
                .toList());
        learners.save(commands.stream().map(TakeCertificate::learner).toList());
        certificates.append(commands);
        Map<CaseKey, Cause> causes = new LinkedHashMap<>();
        commands.forEach(command -> causes.put(command.key(), command.cause()));
        telling.tell(crediting.settle(causes));
    }
}
