package org.laurel.programs.configuration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs certificates.
 *
 * @param title the office held
 * @param organizationNameOverride the organisation to show, null for the program's
 * @param picture the signature, null without one
 * @param version counts the changes
 */
public record Signatory(
        long id,
        String name,
        String title,
        @Nullable String organizationNameOverride,
        @Nullable Picture picture,
        long version,
        Instant createdAt,
        Instant modifiedAt) {

    /** Where everybody can get the picture, as a path; null without one. */
    public @Nullable String picturePath() {
        return picture == null ? null : "/credentials/signatories/" + id + "/" + picture.fileName();
    }

    /** The signatory with members changed; the same when that makes no difference. */
    public Signatory next(SignatoryCommand.Change change) {
        Signatory changed = new Signatory(
                id,
                change.name().overValue(name),
                change.title().overValue(title),
                change.organizationNameOverride().over(organizationNameOverride),
                change.picture().over(picture),
                version,
                createdAt,
                modifiedAt);
        return changed.equals(this) ? this : changed.at(change.at());
    }

    private Signatory at(Instant at) {
        Instant later = at.isBefore(modifiedAt) ? modifiedAt : at;
        return new Signatory(id, name, title, organizationNameOverride, picture, version + 1, createdAt, later);
    }
}
