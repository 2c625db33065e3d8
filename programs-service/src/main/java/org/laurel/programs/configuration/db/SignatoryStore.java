package org.laurel.programs.configuration.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.domain.Cause;
import org.laurel.kit.sql.Column;
import org.laurel.kit.sql.Sql;
import org.laurel.programs.configuration.domain.Picture;
import org.laurel.programs.configuration.domain.Signatory;
import org.laurel.programs.configuration.domain.SignatoryCommand;

/** Those who sign certificates, and their pictures. */
@ApplicationScoped
public class SignatoryStore {

    /** Held by whoever names signatories, so that none is deleted meanwhile. */
    public static final String SUBJECT = "signatories";

    private final Sql sql;

    SignatoryStore(Sql sql) {
        this.sql = sql;
    }

    /** Those of the ids that there are. */
    public Set<Long> existing(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.query(
                "select signatory_id from signatory where signatory_id = any(?)", row -> row.getLong(1), (Object)
                        Column.longs(List.copyOf(ids), id -> id)));
    }

    /** The signatory with this id. */
    public Optional<Signatory> find(long id) {
        return sql.first("select * from signatory where signatory_id = ?", SignatoryRow::signatory, id);
    }

    /** How many programs' configurations name the signatory, active or not. */
    public int programsSignedBy(long id) {
        return sql.query(
                        "select count(*) from program_certificate where signatories @> array[?::bigint]",
                        row -> row.getInt(1),
                        id)
                .getFirst();
    }

    /** Keeps a new one. */
    public Signatory insert(SignatoryCommand.Create create) {
        return sql.query(
                        """
                        insert into signatory (name, title, organization_name_override, version, created_at, modified_at,
                                               changed_by, change_reason, cause_id)
                        values (?, ?, ?, 1, ?, ?, ?, ?, ?) returning *
                        """,
                        SignatoryRow::signatory,
                        create.name(),
                        create.title(),
                        create.organizationNameOverride(),
                        create.at(),
                        create.at(),
                        create.cause().by(),
                        create.cause().reason(),
                        create.cause().id())
                .getFirst();
    }

    /** Keeps a changed one. */
    public void update(Signatory signatory, Cause cause) {
        @Nullable Picture picture = signatory.picture();
        sql.update(
                """
                update signatory
                set name = ?, title = ?, organization_name_override = ?, image_sha256 = ?, image_type = ?, version = ?,
                    modified_at = ?, changed_by = ?, change_reason = ?, cause_id = ?
                where signatory_id = ?
                """,
                signatory.name(),
                signatory.title(),
                signatory.organizationNameOverride(),
                picture == null ? null : picture.sha256(),
                picture == null ? null : picture.type().name(),
                signatory.version(),
                signatory.modifiedAt(),
                cause.by(),
                cause.reason(),
                cause.id(),
                signatory.id());
    }

    /** Deletes one. Who did it and why is written first, so that the history tells it. */
    public void delete(long id, Cause cause) {
        sql.update(
                "update signatory set changed_by = ?, change_reason = ?, cause_id = ? where signatory_id = ?",
                cause.by(),
                cause.reason(),
                cause.id(),
                id);
        sql.update("delete from signatory where signatory_id = ?", id);
    }

    /** Keeps a picture's bytes. */
    public void keepPicture(Picture picture, byte[] content) {
        sql.update(
                "insert into signatory_image (sha256, content) values (?, ?) on conflict (sha256) do nothing",
                picture.sha256(),
                content);
    }

    /** Drops pictures that nobody has any more. */
    public void dropPictures() {
        sql.update("""
                delete from signatory_image i
                where not exists (select from signatory s where s.image_sha256 = i.sha256)
                """);
    }
}
