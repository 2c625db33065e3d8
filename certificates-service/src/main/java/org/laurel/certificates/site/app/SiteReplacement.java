package org.laurel.certificates.site.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.certificates.site.db.SiteContent;
import org.laurel.certificates.site.domain.ReplaceSite;
import org.laurel.certificates.site.domain.SiteConfiguration;
import org.laurel.kit.revision.Revise;
import org.laurel.kit.revision.Revised;
import org.laurel.kit.revision.Revising;

/** Replaces the site configuration. */
@ApplicationScoped
public class SiteReplacement {

    private final Revising revising;
    private final SiteContent content;

    SiteReplacement(Revising revising, SiteContent content) {
        this.revising = revising;
        this.content = content;
    }

    /** Applies the commands, of which there is one at most, since there is one site. */
    @Transactional
    public List<Revised> apply(List<ReplaceSite> commands) {
        return revising.apply(commands.stream()
                .map(command -> new Revise(
                        SiteConfiguration.SUBJECT, true, content.write(command.site()), command.at(), command.cause()))
                .toList());
    }
}
