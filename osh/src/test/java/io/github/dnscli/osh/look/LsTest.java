package io.github.dnscli.osh.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.osh.zone.TestZone;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The names of a zone.
@Timeout(60)
class LsTest {

    private static final LsCommand LS = new LsCommand();

    @TempDir static Path folder;

    @Test
    void namesOfOneLevelAreListed() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            assertThat(zone.run(LS))
                    .hasToString(
                            """
                            @      NS SOA MX
                            alias  CNAME
                            deep   (1 below)
                            mail   A
                            ns     A
                            www    A
                            [exit status: 0]""");
            assertThat(zone.run(LS, "b.deep").output()).isEqualTo("a.b.deep  TXT\n");
        }
    }

    @Test
    void allNamesAreListed() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            assertThat(zone.run(LS, "-r", "deep.example.test").output())
                    .isEqualTo("a.b.deep  TXT\n");
            assertThat(zone.run(LS, "-r").output().lines()).hasSize(6);
        }
    }

    @Test
    void recordsAreListed() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            assertThat(zone.run(LS, "-l", "--types", "a,TXT").output())
                    .isEqualTo(
                            """
                            mail.example.test.  3600  IN  A  192.0.2.1
                            ns.example.test.    3600  IN  A  127.0.0.1
                            www.example.test.   300   IN  A  192.0.2.2
                            www.example.test.   300   IN  A  192.0.2.3
                            """);
        }
    }

    @Test
    void nothingIsANo() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = zone.run(LS, "nowhere");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors()).contains("nothing such at or below 'nowhere.example.test'");
            assertThat(zone.run(LS, "--types", "A,B").errors())
                    .contains("'B' is not a record type");
        }
    }
}
