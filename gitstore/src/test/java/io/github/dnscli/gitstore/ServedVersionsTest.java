package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedVersionsTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final Serial SERIAL = new Serial(7);
    private static final Revision ONE = new Revision("1".repeat(40));
    private static final Revision OTHER = new Revision("2".repeat(40));

    @TempDir Path folder;

    private ServedVersions open() throws IOException {
        return ServedVersions.open(folder.resolve("served"));
    }

    @Test
    void areRememberedBeyondTheProcess() throws IOException {
        open().note(ZONE, SERIAL, ONE, "a");
        assertThat(open().commit(ZONE, SERIAL)).contains(ONE);
        assertThat(open().commit(ZONE, SERIAL.next())).isEmpty();
        assertThat(open().commit(DomainName.of("example.org"), SERIAL)).isEmpty();
    }

    @Test
    void standWhereTheyStoodFirst() throws IOException {
        open().note(ZONE, SERIAL, ONE, "a");
        open().note(ZONE, SERIAL, OTHER, "a");
        assertThat(open().commit(ZONE, SERIAL)).contains(ONE);
    }

    @Test
    void areNowhereOnceTwoWentUnderOneSerial() throws IOException {
        open().note(ZONE, SERIAL, ONE, "a");
        open().note(ZONE, SERIAL, OTHER, "b");
        assertThat(open().commit(ZONE, SERIAL)).isEmpty();
        open().note(ZONE, SERIAL, ONE, "a");
        assertThat(open().commit(ZONE, SERIAL)).isEmpty();
    }

    @Test
    void areReadAsFarAsTheyWereWritten() throws IOException {
        var versions = open();
        versions.note(ZONE, SERIAL, ONE, "a");
        versions.note(ZONE, SERIAL.next(), OTHER, "b");
        var file = folder.resolve("served");
        byte[] whole = Files.readAllBytes(file);
        for (int length = whole.length / 2 + 1; length < whole.length - 1; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(open().commit(ZONE, SERIAL)).contains(ONE);
            assertThat(open().commit(ZONE, SERIAL.next())).isEmpty();
        }
        open().note(ZONE, SERIAL.next(), OTHER, "b");
        assertThat(open().commit(ZONE, SERIAL.next())).contains(OTHER);
    }
}
