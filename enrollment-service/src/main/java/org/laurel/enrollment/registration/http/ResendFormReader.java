package org.laurel.enrollment.registration.http;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads a {@link ResendBody} from the form of the page. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ResendFormReader implements MessageBodyReader<ResendBody> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ResendBody.class;
    }

    @Override
    public ResendBody readFrom(
            Class<ResendBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return new ResendBody(SentForm.members(body.readAllBytes()).get("email"));
    }
}
