package org.laurel.programs.credential.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.laurel.kit.domain.UuidText;
import org.laurel.kit.page.PublicUrl;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.credential.db.CredentialQuery;

/** Single credentials as clients read them. */
@ApplicationScoped
public class CredentialView {

    private final CredentialQuery credentials;
    private final String publicUrl;

    CredentialView(CredentialQuery credentials, PublicUrl publicUrl) {
        this.credentials = credentials;
        this.publicUrl = publicUrl.origin();
    }

    /** The uuid of a credential that there is, from a path; 404 for any other text. */
    UUID known(String text) {
        return UuidText.ofDigits(text)
                .flatMap(credentials::find)
                .map(CredentialQuery.Found::uuid)
                .orElseThrow(CredentialView::notFound);
    }

    /** The credential; 404 when there is none. */
    CredentialItem get(UUID uuid) {
        return credentials
                .find(uuid)
                .map(found -> CredentialItem.of(found, publicUrl))
                .orElseThrow(CredentialView::notFound);
    }

    static ProblemException notFound() {
        return ProblemException.notFound("credential_not_found", "There is no credential with this uuid.");
    }
}
