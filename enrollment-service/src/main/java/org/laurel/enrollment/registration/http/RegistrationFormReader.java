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
import java.util.Map;

/** Reads a {@link RegistrationBody} from a form, as existing clients send it. */
@Provider
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RegistrationFormReader implements MessageBodyReader<RegistrationBody> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == RegistrationBody.class;
    }

    @Override
    public RegistrationBody readFrom(
            Class<RegistrationBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Map<String, String> form = SentForm.members(body.readAllBytes());
        return new RegistrationBody(
                form.get("username"),
                form.get("email"),
                form.get("name"),
                form.get("year_of_birth"),
                form.get("gender"),
                form.get("level_of_education"),
                form.get("country"),
                form.get("state"),
                form.get("city"),
                form.get("goals"),
                form.get("mailing_address"));
    }
}
