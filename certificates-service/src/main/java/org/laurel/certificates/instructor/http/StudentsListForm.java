package org.laurel.certificates.instructor.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.laurel.certificates.allowlist.http.CsvFile;

/** A form with a CSV file in the part {@code students_list}. As JSON it is what tells two requests apart. */
public class StudentsListForm {

    @RestForm("students_list")
    @JsonIgnore
    @Nullable FileUpload file;

    @JsonProperty
    String fileDigest() {
        return CsvFile.digest(file);
    }

    /** What was uploaded. */
    CsvFile csv() {
        return CsvFile.of(file);
    }
}
