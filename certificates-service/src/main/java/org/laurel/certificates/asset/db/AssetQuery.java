package org.laurel.certificates.asset.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.laurel.certificates.asset.domain.Asset;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads template assets; their content lies in the file store. */
@ApplicationScoped
public class AssetQuery {

    private final Sql sql;

    AssetQuery(Sql sql) {
        this.sql = sql;
    }

    /** The asset that templates call by this name. */
    public Optional<Asset> bySlug(String slug) {
        return sql.first("select * from certificate_template_asset where asset_slug = ?", AssetQuery::asset, slug);
    }

    /** The asset with an id. */
    public Optional<Asset> byId(long id) {
        return sql.first("select * from certificate_template_asset where id = ?", AssetQuery::asset, id);
    }

    /** Assets with an id below the given one, newest first. */
    public List<Asset> before(long id, int limit) {
        return sql.query(
                "select * from certificate_template_asset where id < ? order by id desc limit ?",
                AssetQuery::asset,
                id,
                limit);
    }

    static Asset asset(ResultSet row) throws SQLException {
        return new Asset(
                row.getLong("id"),
                row.getString("description"),
                row.getString("asset_slug"),
                Row.text(row, "file_name"),
                Row.text(row, "media_type"),
                row.getLong("size"),
                Row.text(row, "sha256"),
                Row.instant(row, "created_at"),
                Row.instant(row, "modified_at"),
                row.getLong("revision"));
    }
}
