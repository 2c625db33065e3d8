package org.laurel.certificates.rendering.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.certificates.asset.db.AssetQuery;
import org.laurel.certificates.file.db.FileQuery;
import org.laurel.certificates.file.domain.StoredFile;

/** Template assets of the store. */
@ApplicationScoped
class StoredAssets implements AssetSource {

    private final AssetQuery assets;
    private final FileQuery files;

    StoredAssets(AssetQuery assets, FileQuery files) {
        this.assets = assets;
        this.files = files;
    }

    @Override
    public boolean has(String slug) {
        return assets.bySlug(slug).isPresent();
    }

    @Override
    public Optional<StoredFile> open(String slug) {
        return assets.bySlug(slug).flatMap(asset -> files.open(asset.sha256()));
    }
}
