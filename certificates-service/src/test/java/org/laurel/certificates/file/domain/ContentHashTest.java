package org.laurel.certificates.file.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    @Test
    void isTheOneOfTheStandard() {
        assertThat(ContentHash.of("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aFileAndARefusalTellSizes() {
        assertThat(new StoredFile("0", "text/css", new byte[3], Instant.EPOCH).size())
                .isEqualTo(3);
        assertThat(new FileTooLarge(11, 10).limit()).isEqualTo(10);
        assertThat(new FileTooLarge(11, 10)).hasMessage("11 bytes, at most 10 are taken");
    }
}
