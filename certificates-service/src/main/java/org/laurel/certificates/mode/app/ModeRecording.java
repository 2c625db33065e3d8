package org.laurel.certificates.mode.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.laurel.certificates.mode.db.ModeTable;
import org.laurel.certificates.mode.domain.ToldModes;
import org.laurel.events.key.CourseKey;
import org.laurel.kit.lock.KeyLocks;

/** Takes in the modes in which course runs are offered. */
@ApplicationScoped
public class ModeRecording {

    private final KeyLocks locks;
    private final ModeTable table;

    ModeRecording(KeyLocks locks, ModeTable table) {
        this.locks = locks;
        this.table = table;
    }

    /** Keeps the newest list of each run; lists that are no newer than what is known change nothing. */
    @Transactional
    public void apply(List<ToldModes> lists) {
        locks.lock(lists.stream().map(list -> list.courseKey().value()).toList());
        Map<CourseKey, ToldModes> newest = new LinkedHashMap<>();
        for (ToldModes list : lists) {
            newest.merge(list.courseKey(), list, ToldModes::orNewer);
        }
        table.save(List.copyOf(newest.values()));
    }
}
