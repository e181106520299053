package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedVersionsTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");
    private static final Revision COMMIT = new Revision("0123456789".repeat(4));

    @TempDir Path folder;

    private ServedVersions open() throws IOException {
        return ServedVersions.open(folder.resolve("served"));
    }

    @Test
    void whatWasServedIsKnownAfterwards() throws Exception {
        open().served(ORIGIN, new Serial(7), COMMIT);
        assertThat(open().commit(ORIGIN, new Serial(7))).contains(COMMIT);
        assertThat(open().knows(ORIGIN, new Serial(7))).isTrue();
        assertThat(open().commit(ORIGIN, new Serial(8))).isEmpty();
        assertThat(open().commit(DomainName.of("example.org"), new Serial(7))).isEmpty();
    }

    @Test
    void whatIsAmbiguousIsKnownAndNotFound() throws Exception {
        open().served(ORIGIN, new Serial(7), COMMIT);
        open().ambiguous(ORIGIN, new Serial(7));
        assertThat(open().knows(ORIGIN, new Serial(7))).isTrue();
        assertThat(open().commit(ORIGIN, new Serial(7))).isEmpty();
    }

    @Test
    void halfALineIsNone() throws Exception {
        open().served(ORIGIN, new Serial(7), COMMIT);
        Files.writeString(
                folder.resolve("served"), "example.com. 8 0123", StandardOpenOption.APPEND);
        open().served(ORIGIN, new Serial(9), COMMIT);
        assertThat(open().commit(ORIGIN, new Serial(7))).contains(COMMIT);
        assertThat(open().knows(ORIGIN, new Serial(8))).isFalse();
        assertThat(open().commit(ORIGIN, new Serial(9))).contains(COMMIT);
    }

    @Test
    void theFileStaysSmall() throws Exception {
        var versions = open();
        for (int i = 1; i <= 2000; i++) {
            versions.served(ORIGIN, new Serial(i), COMMIT);
        }
        assertThat(Files.readAllLines(folder.resolve("served")).size()).isLessThan(1000);
        assertThat(open().knows(ORIGIN, new Serial(1800))).isFalse();
        assertThat(open().commit(ORIGIN, new Serial(1801))).contains(COMMIT);
        assertThat(open().commit(ORIGIN, new Serial(2000))).contains(COMMIT);
    }

    @Test
    void whatIsNotCommittedYetIsKnownByItsSerialOnly() throws Exception {
        open().uncommitted(ORIGIN, new Serial(7));
        assertThat(open().last(ORIGIN)).contains(new Serial(7));
        assertThat(open().knows(ORIGIN, new Serial(7))).isFalse();
        assertThat(open().commit(ORIGIN, new Serial(7))).isEmpty();
        open().served(ORIGIN, new Serial(7), COMMIT);
        assertThat(open().commit(ORIGIN, new Serial(7))).contains(COMMIT);
    }
}
