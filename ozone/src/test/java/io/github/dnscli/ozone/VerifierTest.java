package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `ozone` as NSD calls its verifier (nsd.conf(5)): the zone on standard input, its name in the environment.
class VerifierTest {

    /// As NSD writes it.
    private static final String FED =
            """
            example.com.\t3600\tIN\tSOA\tns1.example.com. hostmaster.example.com. 1 86400 7200 2419200 3600
            example.com.\t3600\tIN\tNS\tns1.example.com.
            ns1.example.com.\t3600\tIN\tA\t192.0.2.1
            """;

    private static final Map<String, String> ENVIRONMENT =
            Map.of("VERIFY_ZONE", "example.com", "VERIFY_ZONE_ON_STDIN", "yes");

    @Test
    void acceptsAGoodZone() {
        assertThat(verify(FED, ENVIRONMENT))
                .hasToString("successfully checked zone example.com\n[exit status: 0]");
    }

    @Test
    void refusesABadOne() {
        assertThat(
                        verify(
                                FED.replace("ns1.example.com.\t3600", "ns2.example.com.\t3600"),
                                ENVIRONMENT))
                .extracting(CommandRun::status)
                .isEqualTo(ExitStatus.NO);
    }

    @Test
    void takesOptionsAndADashTo() {
        assertThat(verify(FED, ENVIRONMENT, "-q", "-")).hasToString("[exit status: 0]");
        assertThat(verify(FED, ENVIRONMENT, "--zone-name=example.org", "-").status())
                .isEqualTo(ExitStatus.NO);
    }

    @Test
    void saysHowToFeedIt() {
        var run = verify("", Map.of("VERIFY_ZONE", "example.com", "VERIFY_ZONE_ON_STDIN", "no"));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).contains("say 'verifier-feed-zone: yes'");
    }

    @Test
    void isNotMisledInAFolderOfFiles() {
        assertThat(verify(FED, ENVIRONMENT, "no-such-file").status()).isEqualTo(ExitStatus.UNKNOWN);
    }

    private static CommandRun verify(
            String zone, Map<String, String> environment, String... arguments) {
        var input = new ByteArrayInputStream(zone.getBytes(StandardCharsets.UTF_8));
        var world = World.real().withEnvironment(environment).withInput(input);
        return CommandRun.of(new OzoneCommand(), world, arguments);
    }
}
