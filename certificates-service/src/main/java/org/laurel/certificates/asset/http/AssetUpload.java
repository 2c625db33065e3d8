package org.laurel.certificates.asset.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.asset.domain.AssetCommand.AssetFile;
import org.laurel.certificates.asset.domain.AssetContent;
import org.laurel.certificates.asset.domain.Inspection;
import org.laurel.certificates.file.domain.ContentHash;
import org.laurel.kit.problem.Problem;
import org.laurel.kit.problem.ProblemException;

/** The parts of an uploaded form. As JSON it is what tells two requests apart: the file by its content. */
public class AssetUpload {

    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}]{1,200}");
    private static final int LONGEST_DESCRIPTION = 255;
    private static final long MEBIBYTE = 1024 * 1024;

    @RestForm("file")
    @JsonIgnore
    @Nullable FileUpload file;

    @RestForm("description")
    @JsonProperty
    @Nullable String description;

    @RestForm("asset_slug")
    @JsonProperty
    @Nullable String assetSlug;

    @JsonProperty
    String fileDigest() {
        return file == null ? "" : file.fileName() + " " + ContentHash.of(content(file));
    }

    /** The name that templates call the asset by, null for none. */
    @Nullable String slug() {
        if (assetSlug == null || assetSlug.isBlank()) {
            return null;
        }
        if (!SLUG.matcher(assetSlug).matches()) {
            throw ProblemException.badRequest(
                    "invalid_asset_slug", "asset_slug takes 1 to 255 letters, digits, hyphens and underscores.");
        }
        return assetSlug;
    }

    /** What the author says about it, null for nothing. */
    @Nullable String description() {
        if (description == null || description.isBlank()) {
            return null;
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw ProblemException.badRequest("invalid_description", "description takes at most 255 characters.");
        }
        return description;
    }

    /**
     * The file, when it may be used.
     *
     * @param largest in bytes
     * @throws ProblemException 400 without a file, 413 when it is too large, 415 when it is of no type that is allowed
     */
    AssetFile file(long largest) {
        if (file == null || file.fileName() == null) {
            throw ProblemException.badRequest("file_missing", "Send the file as the part file, with a file name.");
        }
        if (!NAME.matcher(file.fileName()).matches()) {
            throw ProblemException.badRequest(
                    "invalid_file_name",
                    "A file name has 1 to 200 characters, none of them a slash or a control character.");
        }
        if (file.size() > largest) {
            throw new ProblemException(Problem.of(
                    413,
                    "asset_too_large",
                    "The file has %d bytes; at most %d (%.1f MiB) are allowed."
                            .formatted(file.size(), largest, (double) largest / MEBIBYTE)));
        }
        byte[] content = content(file);
        return switch (AssetContent.inspect(content, file.fileName())) {
            case Inspection.Accepted accepted -> new AssetFile(file.fileName(), accepted.type(), content);
            case Inspection.Refused refused ->
                throw new ProblemException(Problem.of(415, "asset_type_not_allowed", refused.reason()));
        };
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
