package org.laurel.programs.configuration.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.kit.lock.KeyLocks;
import org.laurel.programs.configuration.db.SignatoryStore;
import org.laurel.programs.configuration.domain.Signatory;
import org.laurel.programs.configuration.domain.SignatoryCommand;
import org.laurel.programs.configuration.domain.SignatoryOutcome;

/** Keeps those who sign certificates, and their pictures. Authors take turns; there are few signatories. */
@ApplicationScoped
public class SignatoryKeeping {

    private final KeyLocks locks;
    private final SignatoryStore signatories;

    SignatoryKeeping(KeyLocks locks, SignatoryStore signatories) {
        this.locks = locks;
        this.signatories = signatories;
    }

    /** Carries the commands out in order; the outcomes are in the same order. One that is refused changes nothing. */
    @Transactional
    public List<SignatoryOutcome> apply(List<SignatoryCommand> commands) {
        locks.change(List.of(SignatoryStore.SUBJECT));
        return commands.stream().map(this::one).toList();
    }

    private SignatoryOutcome one(SignatoryCommand command) {
        return switch (command) {
            case SignatoryCommand.Create create -> new SignatoryOutcome.Saved(signatories.insert(create));
            case SignatoryCommand.Change change -> change(change, null);
            case SignatoryCommand.Draw draw -> change(draw.change(), draw.content());
            case SignatoryCommand.Delete delete -> delete(delete);
        };
    }

    private SignatoryOutcome change(SignatoryCommand.Change change, byte @Nullable [] content) {
        Optional<Signatory> found = signatories.find(change.id());
        if (found.isEmpty()) {
            return new SignatoryOutcome.Unknown();
        }
        Signatory before = found.get();
        if (!change.expected().isMetBy(before.version())) {
            return new SignatoryOutcome.Outdated();
        }
        Signatory after = before.next(change);
        if (!after.equals(before)) {
            if (content != null && after.picture() != null) {
                signatories.keepPicture(after.picture(), content);
            }
            signatories.update(after, change.cause());
            signatories.dropPictures();
        }
        return new SignatoryOutcome.Saved(after);
    }

    private SignatoryOutcome delete(SignatoryCommand.Delete delete) {
        Optional<Signatory> found = signatories.find(delete.id());
        if (found.isEmpty()) {
            return new SignatoryOutcome.Unknown();
        }
        if (!delete.expected().isMetBy(found.get().version())) {
            return new SignatoryOutcome.Outdated();
        }
        int programs = signatories.programsSignedBy(delete.id());
        if (programs > 0) {
            return new SignatoryOutcome.InUse(programs);
        }
        signatories.delete(delete.id(), delete.cause());
        signatories.dropPictures();
        return new SignatoryOutcome.Deleted();
    }
}
