package org.laurel.enrollment.importing.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.kit.upload.UploadedFile;

/** Writes a body to a temporary file, up to {@code laurel.import.max-part-size} bytes. */
@Provider
@Consumes(MediaType.WILDCARD)
public class UploadedFileReader implements MessageBodyReader<UploadedFile> {

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
        return UploadedFile.receive(body, largest);
    }
}
