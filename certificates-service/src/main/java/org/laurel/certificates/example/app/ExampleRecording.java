package org.laurel.certificates.example.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.laurel.certificates.example.db.ExampleStore;
import org.laurel.certificates.example.domain.ExampleCertificate;
import org.laurel.certificates.example.domain.ExampleSet;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Keeps rendered example sets, each in place of the one before it, whose files go. */
@ApplicationScoped
class ExampleRecording {

    private static final String PDF = "application/pdf";

    private final KeyLocks locks;
    private final ExampleStore store;
    private final FileStore files;

    ExampleRecording(KeyLocks locks, ExampleStore store, FileStore files) {
        this.locks = locks;
        this.store = store;
        this.files = files;
    }

    @Transactional
    public void apply(List<RenderedSet> sets) {
        List<CourseKey> courses =
                sets.stream().map(RenderedSet::set).map(ExampleSet::courseKey).toList();
        locks.change(courses.stream().map(key -> "example certificates " + key).toList());
        files.releaseAll(
                store.uuids(courses).stream().map(ExampleCertificate::owner).toList());
        for (RenderedSet one : sets) {
            store.replace(one.set(), one.cause());
            one.files().forEach((owner, file) -> files.put(file, PDF, owner));
        }
    }
}
