package org.laurel.certificates.legacyimport.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes a body to a temporary file, up to {@code laurel.import.max-part-size} bytes. */
@Provider
@Consumes(MediaType.WILDCARD)
public class UploadedFileReader implements MessageBodyReader<UploadedFile> {

    private static final int BUFFER = 1 << 16;

    private final long largest;

    UploadedFileReader(@ConfigProperty(name = "laurel.import.max-part-size") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == UploadedFile.class;
    }

    @Override
    public UploadedFile readFrom(
            Class<UploadedFile> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Path file = Files.createTempFile("laurel-upload-", ".part");
        boolean kept = false;
        try {
            UploadedFile uploaded = copy(body, file);
            kept = uploaded.path() != null;
            return uploaded;
        } finally {
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }

    private UploadedFile copy(InputStream body, Path file) throws IOException {
        MessageDigest hash = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > largest) {
                    return new UploadedFile(null, "", size);
                }
                hash.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new UploadedFile(file, HexFormat.of().formatHex(hash.digest()), size);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
