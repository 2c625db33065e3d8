package org.laurel.certificates.rendering.app;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.asset.domain.AssetContent;
import org.laurel.certificates.asset.domain.Inspection;
import org.laurel.certificates.file.domain.StoredFile;

/**
 * What one rendering may load: template assets, and pictures and fonts inside {@code data:} addresses. Everything else,
 * files and the network above all, is refused and remembered. One object per rendering, used by one thread.
 */
final class PdfResources {

    /** The protocol of assets inside the renderer. */
    static final String PROTOCOL = "laurel-asset";

    private static final String PREFIX = PROTOCOL + ":";
    private static final int LONGEST_QUOTE = 100;

    private final AssetSource assets;
    private final AssetAddresses addresses;
    private final Map<String, Optional<StoredFile>> opened = new HashMap<>();
    private @Nullable String refused;

    PdfResources(AssetSource assets, AssetAddresses addresses) {
        this.assets = assets;
        this.addresses = addresses;
    }

    /** Whether something may be loaded, by the address as the template gives it. */
    boolean mayLoad(@Nullable String uri, ExternalResourceType type) {
        if (uri == null || uri.isBlank()) {
            return false;
        }
        boolean allowed = switch (type) {
            case IMAGE_RASTER -> isAsset(uri) || isPicture(uri);
            case FONT -> isAsset(uri) || uri.startsWith("data:font/");
            case CSS, BINARY -> isAsset(uri);
            case FILE_EMBED, XML_XHTML, XML_SVG, PDF, SVG_BINARY -> false;
        };
        if (!allowed && refused == null) {
            refused = uri.length() > LONGEST_QUOTE ? uri.substring(0, LONGEST_QUOTE) + "…" : uri;
        }
        return allowed;
    }

    /** The address inside the renderer. */
    String resolve(String uri) {
        return addresses.slug(uri).map(slug -> PREFIX + slug).orElse(uri);
    }

    /** An asset's content; an unknown one is empty. */
    FSStream stream(String uri) {
        byte[] content = uri.startsWith(PREFIX)
                ? open(uri.substring(PREFIX.length())).map(StoredFile::content).orElse(new byte[0])
                : new byte[0];
        return new FSStream() {
            @Override
            public InputStream getStream() {
                return new ByteArrayInputStream(content);
            }

            @Override
            public Reader getReader() {
                return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
            }
        };
    }

    /** The first address that was refused, null when none was. */
    @Nullable String refused() {
        return refused;
    }

    private boolean isAsset(String uri) {
        return uri.startsWith(PREFIX) || addresses.slug(uri).isPresent();
    }

    private Optional<StoredFile> open(String slug) {
        return opened.computeIfAbsent(slug, assets::open);
    }

    /** A picture may claim to be larger than memory, so that its header is looked at first. */
    private static boolean isPicture(String uri) {
        int comma = uri.indexOf(";base64,");
        if (!uri.startsWith("data:image/") || comma < 0) {
            return false;
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(uri.substring(comma + ";base64,".length()));
            return AssetContent.inspect(content, "") instanceof Inspection.Accepted;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
