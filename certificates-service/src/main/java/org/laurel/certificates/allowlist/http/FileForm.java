package org.laurel.certificates.allowlist.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A form with a CSV file in the part {@code file}. As JSON it is what tells two requests apart: the file by its content. */
public class FileForm {

    @RestForm("file")
    @JsonIgnore
    @Nullable FileUpload file;

    @JsonProperty
    String fileDigest() {
        return CsvFile.digest(file);
    }

    /** What was uploaded. */
    public CsvFile csv() {
        return CsvFile.of(file);
    }
}
