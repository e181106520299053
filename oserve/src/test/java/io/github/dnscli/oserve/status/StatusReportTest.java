package io.github.dnscli.oserve.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.net.InetAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusReportTest {

    @Test
    void readsWell() {
        assertThat(Reports.well().attention()).isEmpty();
        assertThat(StatusText.of(Reports.well()))
                .isEqualTo(
                        """
                        server     oserve primary 1.2.3, started 2d2h ago, at 2026-11-23T10:00:00Z
                        listens    [::1]:53
                        keys       2
                        remote     https://git.example/zones#main, at commit 0123456789
                        pulled     2m ago
                        pushed     3s ago
                        pending    updates: 3, commits: 1
                        conflicts  0

                        ZONE         SERIAL  NAMES  FILE
                        example.com  7       1      example.com

                        SECONDARY  ZONE         FETCHED     TOLD
                        192.0.2.2  example.com  7 1m5s ago  7 1m6s ago
                        """);
    }

    @Test
    void namesFollowersZoneByZone() {
        assertThat(
                        Stream.of(
                                        "example.org 192.0.2.2",
                                        "example.com 192.0.2.10",
                                        "example.com 192.0.2.9")
                                .map(StatusReportTest::follower)
                                .sorted(Follower.ORDER))
                .extracting(follower -> follower.zone() + " " + follower.address().getHostAddress())
                .containsExactly(
                        "example.com. 192.0.2.9",
                        "example.com. 192.0.2.10",
                        "example.org. 192.0.2.2");
    }

    private static Follower follower(String words) {
        var word = words.split(" ");
        return Follower.of(DomainName.of(word[0]), InetAddress.ofLiteral(word[1]));
    }

    @Test
    void callsForAttention() {
        assertThat(StatusText.of(Reports.troubled()))
                .contains(
                        """
                        pushed     3s ago, failed: no route
                        """)
                .contains(
                        """

                        ! zone 'example.com' has errors, serial 7 is served: example.com:3: error: \\027[2J
                        ! zone 'example.org' has errors, it is not served: gone
                        ! the disk makes trouble: disk full
                        ! the repository could not be pushed to: no route
                        ! an update of zone 'example.com' at 2026-11-25T11:58:20Z clashes with an edit, at 'www.example.com': the A record is another

                        ZONE         SERIAL  NAMES  FILE
                        example.com  7       1      example.com, with errors
                        example.org  -       0      -, with errors
                        """);
    }

    @Test
    void tellsOfZonesFromElsewhere() {
        assertThat(StatusText.of(Reports.secondary()))
                .endsWith(
                        """
                        ! zone 'example.org' could not be fetched, it is not served: no reply

                        ZONE         SERIAL  NAMES  CONFIRMED  NEXT LOOK  EXPIRES    PRIMARY
                        example.com  7       1      30s ago    in 59m30s  in 23h59m  192.0.2.1:53
                        example.org  -       0      never      in 5s      -          192.0.2.1:53
                        """);
    }

    @Test
    void readsAsJson() {
        assertThat(StatusJson.of(Reports.well()))
                .isEqualTo(
                        """
                        {
                          "server": {
                            "kind": "primary",
                            "version": "1.2.3",
                            "since": "2026-11-23T10:00:00Z",
                            "time": "2026-11-25T12:00:00Z",
                            "addresses": [
                              "[::1]:53"
                            ],
                            "keys": 2
                          },
                          "attention": [],
                          "repository": {
                            "remote": "https://git.example/zones",
                            "branch": "main",
                            "remoteCommit": "0123456789abcdef0123456789abcdef01234567",
                            "commit": "0123456789abcdef0123456789abcdef01234567",
                            "pull": {
                              "time": "2026-11-25T11:58:00Z"
                            },
                            "push": {
                              "time": "2026-11-25T11:59:57Z"
                            },
                            "pendingUpdates": 3,
                            "pendingCommits": 1,
                            "conflictCount": 0,
                            "conflicts": []
                          },
                          "zones": [
                            {
                              "zone": "example.com",
                              "serial": 7,
                              "names": 1,
                              "file": "example.com",
                              "errors": []
                            }
                          ],
                          "secondaries": [
                            {
                              "address": "192.0.2.2",
                              "zone": "example.com",
                              "fetched": {
                                "serial": 7,
                                "time": "2026-11-25T11:58:55Z",
                                "key": "example.com"
                              },
                              "told": {
                                "serial": 7,
                                "time": "2026-11-25T11:58:54Z"
                              }
                            }
                          ]
                        }
                        """);
        assertThat(StatusJson.of(Reports.troubled()))
                .contains("\"problem\": \"no route\"", "\"owner\": \"www.example.com\"");
        assertThat(StatusJson.of(Reports.secondary()))
                .contains(
                        "\"expiry\": \"2026-11-26T11:59:30Z\"",
                        "\"lastSuccess\": \"2026-11-25T11:59:30Z\"",
                        "\"problem\": \"no reply\"");
    }
}
