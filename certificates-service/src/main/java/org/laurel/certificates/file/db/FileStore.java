package org.laurel.certificates.file.db;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.certificates.file.domain.ContentHash;
import org.laurel.certificates.file.domain.FileTooLarge;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.kit.sql.Row;
import org.laurel.kit.sql.Sql;

/**
 * Files by their content. Every file has owners, named by what they are ({@code certificate:<verify uuid>}); an owner has one
 * file, and a file goes with its last owner. Part of the caller's transaction: a file exists if and only if its owner's
 * change commits.
 *
 * <p>A file is locked before it is deleted and before it gains an owner, so that one that gains an owner at the same moment
 * either stays or is stored anew.
 */
@ApplicationScoped
public class FileStore {

    private final Sql sql;
    private final KeyLocks locks;
    private final Clock clock;
    private final long largest;

    FileStore(Sql sql, KeyLocks locks, Clock clock, @ConfigProperty(name = "laurel.file.max-size") MemorySize largest) {
        this.sql = sql;
        this.locks = locks;
        this.clock = clock;
        this.largest = largest.asLongValue();
    }

    /**
     * Gives an owner a file in place of the one that it had.
     *
     * @return the hash of the content
     * @throws FileTooLarge above {@code laurel.file.max-size}; nothing is changed
     */
    public String put(byte[] content, String mediaType, String owner) {
        if (content.length > largest) {
            throw new FileTooLarge(content.length, largest);
        }
        String hash = ContentHash.of(content);
        // Two first files of one owner would not see each other in the table.
        locks.change(List.of("file owner " + owner));
        List<String> before = held(List.of(owner));
        lock(Stream.concat(before.stream(), Stream.of(hash)).toList());
        // An update that never happens still locks the row that is there: nobody deletes it before this commits.
        sql.update("""
                insert into stored_file (sha256, media_type, size, content, created_at) values (?, ?, ?, ?, ?)
                on conflict (sha256) do update set sha256 = stored_file.sha256 where false
                """, hash, mediaType, (long) content.length, content, clock.instant());
        sql.update("""
                insert into stored_file_owner (owner, sha256, owned_at) values (?, ?, ?)
                on conflict (owner) do update set sha256 = excluded.sha256, owned_at = excluded.owned_at
                where stored_file_owner.sha256 <> excluded.sha256
                """, owner, hash, clock.instant());
        deleteUnowned(before);
        return hash;
    }

    /** Takes an owner's file away; an owner without one is none. */
    public void release(String owner) {
        releaseAll(List.of(owner));
    }

    /** Takes the files of many owners away, in five statements. */
    public void releaseAll(Collection<String> owners) {
        List<String> held = held(owners);
        if (held.isEmpty()) {
            return;
        }
        lock(held);
        sql.update(
                "delete from stored_file_owner where owner = any(?::text[])", (Object) owners.toArray(String[]::new));
        deleteUnowned(held);
    }

    /** The files that the owners have now; who owns what stays as it is until the end of the transaction. */
    private List<String> held(Collection<String> owners) {
        return sql.query(
                "select sha256 from stored_file_owner where owner = any(?::text[]) order by owner for update",
                row -> Row.text(row, "sha256"),
                (Object) owners.toArray(String[]::new));
    }

    /** In order, and in a statement of its own: the next one sees owners that came while a lock was awaited. */
    private void lock(List<String> hashes) {
        sql.query(
                "select sha256 from stored_file where sha256 = any(?::text[]) order by sha256 for update",
                row -> true,
                (Object) hashes.toArray(String[]::new));
    }

    private void deleteUnowned(List<String> hashes) {
        sql.update("""
                delete from stored_file f where sha256 = any(?::text[])
                and not exists (select 1 from stored_file_owner o where o.sha256 = f.sha256)
                """, (Object) hashes.toArray(String[]::new));
    }
}
