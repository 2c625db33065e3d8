package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.laurel.programs.configuration.db.ProgramCertificateStore;
import org.laurel.programs.configuration.db.ProgramCertificateStore.Written;
import org.laurel.programs.configuration.domain.NewProgram;
import org.laurel.programs.configuration.domain.ProgramCertificate;
import org.laurel.programs.configuration.domain.StoredProgramCertificate;
import org.laurel.programs.settings.db.SiteSettingsQuery;

/** Gives programs that are put for the first time the standard configuration, unless the site does not want that. */
@ApplicationScoped
public class NewProgramConfiguring {

    private final SiteSettingsQuery settings;
    private final ProgramCertificateStore certificates;

    NewProgramConfiguring(SiteSettingsQuery settings, ProgramCertificateStore certificates) {
        this.settings = settings;
        this.certificates = certificates;
    }

    /** Configures programs that the caller has just saved, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(List<NewProgram> programs) {
        if (programs.isEmpty() || !settings.current().configureNewPrograms()) {
            return;
        }
        certificates.save(programs.stream().map(NewProgramConfiguring::standard).toList());
    }

    private static Written standard(NewProgram program) {
        Instant at = program.at();
        return new Written(
                StoredProgramCertificate.first(ProgramCertificate.standard(program.uuid()), at), program.cause());
    }
}
