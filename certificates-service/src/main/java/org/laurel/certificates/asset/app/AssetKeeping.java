package org.laurel.certificates.asset.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.asset.db.AssetQuery;
import org.laurel.certificates.asset.db.AssetStore;
import org.laurel.certificates.asset.domain.Asset;
import org.laurel.certificates.asset.domain.AssetCommand;
import org.laurel.certificates.asset.domain.AssetCommand.AssetFile;
import org.laurel.certificates.asset.domain.AssetOutcome;
import org.laurel.certificates.file.db.FileStore;
import org.laurel.kit.lock.KeyLocks;

/** Keeps template assets and their files together. Authors take turns, since a name belongs to one asset. */
@ApplicationScoped
public class AssetKeeping {

    private final KeyLocks locks;
    private final AssetQuery assets;
    private final AssetStore store;
    private final FileStore files;
    private final Clock clock;

    AssetKeeping(KeyLocks locks, AssetQuery assets, AssetStore store, FileStore files, Clock clock) {
        this.locks = locks;
        this.assets = assets;
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    /** Carries the commands out in order; the outcomes are in the same order. One that is refused changes nothing. */
    @Transactional
    public List<AssetOutcome> apply(List<AssetCommand> commands) {
        locks.change(List.of("certificate template assets"));
        return commands.stream().map(this::one).toList();
    }

    private AssetOutcome one(AssetCommand command) {
        return switch (command) {
            case AssetCommand.Upload upload -> upload(upload);
            case AssetCommand.ReplaceFile replace -> replace(replace);
            case AssetCommand.Delete delete -> delete(delete);
        };
    }

    private AssetOutcome upload(AssetCommand.Upload command) {
        if (command.slug() != null && assets.bySlug(command.slug()).isPresent()) {
            return new AssetOutcome.SlugTaken(command.slug());
        }
        long id = store.newId();
        AssetFile file = command.file();
        String hash = files.put(file.content(), file.type().mediaType(), Asset.owner(id));
        return new AssetOutcome.Saved(
                store.insert(id, command.slug(), command.description(), file, hash, clock.instant(), command.cause()));
    }

    private AssetOutcome replace(AssetCommand.ReplaceFile command) {
        Asset current = assets.byId(command.id()).orElse(null);
        if (current == null) {
            return new AssetOutcome.Unknown(command.id());
        }
        if (isStale(command.revision(), current)) {
            return new AssetOutcome.Stale(command.id());
        }
        AssetFile file = command.file();
        String hash = files.put(file.content(), file.type().mediaType(), Asset.owner(current.id()));
        if (hash.equals(current.sha256()) && file.name().equals(current.fileName())) {
            return new AssetOutcome.Saved(current);
        }
        return new AssetOutcome.Saved(store.replaceFile(current.id(), file, hash, clock.instant(), command.cause()));
    }

    private AssetOutcome delete(AssetCommand.Delete command) {
        Asset current = assets.byId(command.id()).orElse(null);
        if (current == null) {
            return new AssetOutcome.Unknown(command.id());
        }
        if (isStale(command.revision(), current)) {
            return new AssetOutcome.Stale(command.id());
        }
        store.delete(current.id(), command.cause());
        files.release(Asset.owner(current.id()));
        return new AssetOutcome.Deleted(current.id());
    }

    private static boolean isStale(@Nullable Long expected, Asset current) {
        return expected != null && expected != current.revision();
    }
}
