package org.laurel.certificates.file.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.laurel.certificates.file.domain.StoredFile;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/** Reads files of the store. */
@ApplicationScoped
public class FileQuery {

    private final Sql sql;

    FileQuery(Sql sql) {
        this.sql = sql;
    }

    /** The file with a hash. */
    public Optional<StoredFile> open(String hash) {
        return sql.first("select * from stored_file where sha256 = ?", FileQuery::file, hash);
    }

    /** The file that an owner has. */
    public Optional<StoredFile> ofOwner(String owner) {
        return sql.first(
                "select f.* from stored_file f join stored_file_owner o using (sha256) where o.owner = ?",
                FileQuery::file,
                owner);
    }

    private static StoredFile file(ResultSet row) throws SQLException {
        byte[] content = row.getBytes("content");
        if (content == null) {
            throw new SQLException("column content is null");
        }
        return new StoredFile(
                Row.text(row, "sha256"), Row.text(row, "media_type"), content, Row.instant(row, "created_at"));
    }
}
