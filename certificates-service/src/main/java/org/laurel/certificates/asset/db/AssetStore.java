package org.laurel.certificates.asset.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.asset.domain.Asset;
import org.laurel.certificates.asset.domain.AssetCommand.AssetFile;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Sql;

/** Writes template assets. */
@ApplicationScoped
public class AssetStore {

    private static final String OF_ROW = " returning *";

    private final Sql sql;

    AssetStore(Sql sql) {
        this.sql = sql;
    }

    /** An id for a new asset, which its file's owner is named by. */
    public long newId() {
        return sql.query(
                        "select nextval(pg_get_serial_sequence('certificate_template_asset', 'id')) as id",
                        row -> row.getLong("id"))
                .getFirst();
    }

    /** Keeps a new asset. */
    public Asset insert(
            long id,
            @Nullable String slug,
            @Nullable String description,
            AssetFile file,
            String sha256,
            Instant at,
            Cause cause) {
        return sql.query(
                        """
                        insert into certificate_template_asset (id, description, asset_slug, file_name, media_type, size, sha256,
                            created_at, modified_at, revision, changed_by, change_reason, cause_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)
                        """ + OF_ROW,
                        AssetQuery::asset,
                        id,
                        description,
                        slug,
                        file.name(),
                        file.type().mediaType(),
                        (long) file.content().length,
                        sha256,
                        at,
                        at,
                        cause.by(),
                        cause.reason(),
                        cause.id())
                .getFirst();
    }

    /** Gives an asset another file. */
    public Asset replaceFile(long id, AssetFile file, String sha256, Instant at, Cause cause) {
        return sql.query(
                        """
                        update certificate_template_asset
                        set file_name = ?, media_type = ?, size = ?, sha256 = ?, modified_at = ?, revision = revision + 1,
                            changed_by = ?, change_reason = ?, cause_id = ?
                        where id = ?
                        """ + OF_ROW,
                        AssetQuery::asset,
                        file.name(),
                        file.type().mediaType(),
                        (long) file.content().length,
                        sha256,
                        at,
                        cause.by(),
                        cause.reason(),
                        cause.id(),
                        id)
                .getFirst();
    }

    /** Deletes an asset. Who did it and why is written first, so that the history tells it. */
    public void delete(long id, Cause cause) {
        sql.update(
                "update certificate_template_asset set changed_by = ?, change_reason = ?, cause_id = ? where id = ?",
                cause.by(),
                cause.reason(),
                cause.id(),
                id);
        sql.update("delete from certificate_template_asset where id = ?", id);
    }
}
