package io.github.dnscli.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    /// Gives as many octets at a time as it likes.
    private static InputStream inPieces(byte[] octets, int most) {
        var random = new Random(1);
        return new ByteArrayInputStream(octets) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000, 100_000})
    void readsWhatWasWrittenInWhateverPiecesItComes(int most) throws IOException {
        int[] sizes = {0, 1, 12, 509, 510, 511, 512, 40_000, 3, 65_535, 0, 2};
        var stream = new ByteArrayOutputStream();
        var writer = new FrameWriter(stream);
        for (int size : sizes) {
            writer.add(new byte[size]);
        }
        writer.flush();
        var reader = new FrameReader(inPieces(stream.toByteArray(), most));
        for (int size : sizes) {
            while (!reader.isComplete()) {
                assertThat(reader.fill()).isTrue();
            }
            assertThat(reader.take()).hasSize(size);
        }
        assertThat(reader.isEmpty()).isTrue();
        assertThat(reader.fill()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "::1, ::",
    })
    void aClientIsAnAddressOrAnIpv6Network(String address, String network) {
        assertThat(Sources.network(InetAddress.ofLiteral(address)))
                .isEqualTo(InetAddress.ofLiteral(network));
    }

    @Test
    void saysWhenNothingHasCome() throws IOException {
        var reader = new FrameReader(new ByteArrayInputStream(new byte[] {0}));
        assertThat(reader.isEmpty()).isTrue();
        assertThat(reader.fill()).isTrue();
        assertThat(reader.isEmpty()).isFalse();
        assertThat(reader.isComplete()).isFalse();
        assertThat(reader.fill()).isFalse();
    }
}
