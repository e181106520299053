package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nests without end is neither a request nor a certificate, and costs nobody the thread that looks at it.
class DeepDerTest {

    private static final int ROOM = 60_000;

    /// Sequences in each other, from the inside out.
    private static byte[] nested(int tag) {
        byte[] der = new byte[ROOM];
        int at = ROOM;
        while (at > 8) {
            int length = ROOM - at;
            if (length > 255) {
                der[--at] = (byte) length;
                der[--at] = (byte) (length >> 8);
                der[--at] = (byte) 0x82;
            } else if (length > 127) {
                der[--at] = (byte) length;
                der[--at] = (byte) 0x81;
            } else {
                der[--at] = (byte) length;
            }
            der[--at] = (byte) (at > 16 ? tag : 0x30);
        }
        return Arrays.copyOfRange(der, at, ROOM);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0x31, 0xa0, 0x24, 0x23})
    void isNoRequest(int tag) {
        assertThat(CertificateRequest.decode(nested(tag)))
                .isInstanceOf(DecodedRequest.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0x31, 0xa0, 0x24, 0x23})
    void isNoCertificate(int tag) {
        assertThat(Certificate.decode(nested(tag))).isInstanceOf(DecodedCertificate.Invalid.class);
    }
}
