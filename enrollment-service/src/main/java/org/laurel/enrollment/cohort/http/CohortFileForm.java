package org.laurel.enrollment.cohort.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A form with a CSV file. As JSON it is what tells two requests apart: the file by its content. */
public class CohortFileForm {

    @RestForm("uploaded-file")
    @JsonIgnore
    @Nullable FileUpload file;

    @JsonProperty
    String fileDigest() {
        return CohortFile.digest(file);
    }
}
