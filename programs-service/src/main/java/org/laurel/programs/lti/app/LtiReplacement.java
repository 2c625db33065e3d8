package org.laurel.programs.lti.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.lti.db.LtiStore;
import org.laurel.programs.lti.db.LtiStore.Boxes;
import org.laurel.programs.lti.domain.LtiDecision;
import org.laurel.programs.lti.domain.LtiSubject;
import org.laurel.programs.lti.domain.ReplaceLti;
import org.laurel.programs.lti.domain.Secret;
import org.laurel.programs.lti.domain.StoredLti;

/** Replaces configurations of programs' tools. */
@ApplicationScoped
public class LtiReplacement {

    private final KeyLocks locks;
    private final LtiStore store;
    private final SecretBox secrets;

    LtiReplacement(KeyLocks locks, LtiStore store, SecretBox secrets) {
        this.locks = locks;
        this.store = store;
        this.secrets = secrets;
    }

    /** Applies the commands; of several on one subject the last counts. Returns what became of each. */
    @Transactional
    public List<LtiDecision> apply(List<ReplaceLti> commands) {
        Map<LtiSubject, ReplaceLti> last = new LinkedHashMap<>();
        commands.forEach(command -> last.put(command.subject(), command));
        locks.change(last.keySet().stream().map(LtiSubject::key).toList());
        Map<LtiSubject, StoredLti> stored = store.load(last.keySet());
        Map<LtiSubject, Boxes> boxes = store.boxes(last.keySet());
        Map<LtiSubject, LtiDecision> decisions = new LinkedHashMap<>();
        List<LtiStore.Written> written = new ArrayList<>();
        last.forEach((subject, command) -> {
            Boxes before = boxes.getOrDefault(subject, Boxes.NONE);
            boolean same = isSame(command.key(), before.key(), subject.place(LtiSubject.KEY))
                    && isSame(command.secret(), before.secret(), subject.place(LtiSubject.SECRET));
            LtiDecision decision = LtiDecision.decide(stored.get(subject), command, same, secrets.isReady());
            decisions.put(subject, decision);
            if (decision instanceof LtiDecision.Changed changed) {
                written.add(new LtiStore.Written(
                        changed.after(), boxes(command, changed.after(), before), command.cause()));
            }
        });
        Map<LtiSubject, StoredLti> saved =
                store.save(written).stream().collect(Collectors.toMap(StoredLti::subject, row -> row));
        return commands.stream()
                .map(command -> numbered(Objects.requireNonNull(decisions.get(command.subject())), saved))
                .toList();
    }

    private static LtiDecision numbered(LtiDecision decision, Map<LtiSubject, StoredLti> saved) {
        return decision instanceof LtiDecision.Changed changed
                ? new LtiDecision.Changed(
                        Objects.requireNonNull(saved.get(changed.after().subject())), changed.created())
                : decision;
    }

    private Boxes boxes(ReplaceLti command, StoredLti after, Boxes before) {
        LtiSubject subject = after.subject();
        return new Boxes(
                after.hasKey() ? box(command.key(), before.key(), subject.place(LtiSubject.KEY)) : null,
                after.hasSecret() ? box(command.secret(), before.secret(), subject.place(LtiSubject.SECRET)) : null);
    }

    private byte @Nullable [] box(Secret secret, byte @Nullable [] before, String place) {
        return switch (secret) {
            case Secret.Kept kept -> before;
            case Secret.Removed removed -> null;
            case Secret.Given(String value) -> secrets.seal(value, place);
        };
    }

    private boolean isSame(Secret secret, byte @Nullable [] before, String place) {
        return switch (secret) {
            case Secret.Kept kept -> true;
            case Secret.Removed removed -> before == null;
            case Secret.Given(String value) ->
                before != null
                        && secrets.open(before, place).filter(value::equals).isPresent();
        };
    }
}
