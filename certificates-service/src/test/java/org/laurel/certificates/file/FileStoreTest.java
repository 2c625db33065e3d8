package org.laurel.certificates.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.certificates.file.db.FileQuery;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.certificates.file.domain.ContentHash;
import org.laurel.certificates.file.domain.FileTooLarge;
import org.laurel.certificates.file.domain.StoredFile;
import org.laurel.kit.test.Database;
import org.laurel.kit.test.LaurelInfrastructure;

@QuarkusTest
@QuarkusTestResource(LaurelInfrastructure.class)
class FileStoreTest {

    private final FileStore store;
    private final FileQuery files;

    FileStoreTest(FileStore store, FileQuery files) {
        this.store = store;
        this.files = files;
    }

    private String put(String content, String owner) {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.put(content.getBytes(StandardCharsets.UTF_8), "text/plain", owner));
    }

    private void release(String... owners) {
        QuarkusTransaction.requiringNew().run(() -> store.releaseAll(List.of(owners)));
    }

    private static long rows(String hash) {
        return Long.parseLong(
                String.valueOf(Database.current().value("select count(*) from stored_file where sha256 = ?", hash)));
    }

    @Test
    void keepsTheSameContentOnce() {
        // When
        String first = put("same", "test:a");
        String second = put("same", "test:b");

        // Then
        assertThat(second).isEqualTo(first).isEqualTo(ContentHash.of("same".getBytes(StandardCharsets.UTF_8)));
        assertThat(rows(first)).isEqualTo(1);
        assertThat(files.open(first)).map(StoredFile::mediaType).contains("text/plain");
        assertThat(files.ofOwner("test:b")).map(StoredFile::size).contains(4);
    }

    @Test
    void deletesAFileWithItsLastOwner() {
        // Given
        String hash = put("shared", "test:c");
        put("shared", "test:d");

        // When
        release("test:c", "test:unknown");
        long after = rows(hash);
        QuarkusTransaction.requiringNew().run(() -> store.release("test:d"));

        // Then
        assertThat(after).isEqualTo(1);
        assertThat(rows(hash)).isZero();
        assertThat(files.open(hash)).isEmpty();
    }

    @Test
    void releasesManyOwnersAtOnce() {
        // Given
        String[] owners = IntStream.range(0, 50).mapToObj(i -> "test:many" + i).toArray(String[]::new);
        List<String> hashes = IntStream.range(0, 50)
                .mapToObj(i -> put("many " + i % 7, owners[i]))
                .distinct()
                .toList();

        // When
        release(owners);

        // Then
        assertThat(hashes).hasSize(7).allSatisfy(hash -> assertThat(rows(hash)).isZero());
    }

    @Test
    void replacesTheFileOfAnOwner() {
        // Given
        String before = put("before", "test:e");

        // When
        String after = put("after", "test:e");

        // Then
        assertThat(rows(before)).isZero();
        assertThat(files.ofOwner("test:e")).map(StoredFile::sha256).contains(after);
        assertThat(put("after", "test:e")).isEqualTo(after);
        assertThat(rows(after)).isEqualTo(1);
    }

    @Test
    void keepsNothingWhenTheCallerRollsBack() {
        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    store.put("rolled back".getBytes(StandardCharsets.UTF_8), "text/plain", "test:f");
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        // Then
        assertThat(files.ofOwner("test:f")).isEmpty();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> store.put(new byte[10 * 1024 * 1024 + 1], "text/plain", "test:g")))
                .isInstanceOf(FileTooLarge.class);
    }

    @Test
    void leavesNeitherLostNorOrphanedFilesWhenOwnersComeAndGoTogether() throws Exception {
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = IntStream.range(0, 120)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> {
                        if (i % 3 == 0) {
                            release("test:race" + i % 4);
                        } else {
                            put("race " + i % 2, "test:race" + i % 4);
                        }
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        }

        // Then
        assertThat(Database.current().query("""
                select sha256 from stored_file f
                where not exists (select 1 from stored_file_owner o where o.sha256 = f.sha256)""")).isEmpty();
        release("test:race0", "test:race1", "test:race2", "test:race3");
        assertThat(rows(ContentHash.of("race 0".getBytes(StandardCharsets.UTF_8))))
                .isZero();
        assertThat(rows(ContentHash.of("race 1".getBytes(StandardCharsets.UTF_8))))
                .isZero();
    }
}
