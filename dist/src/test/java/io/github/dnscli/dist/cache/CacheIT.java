package io.github.dnscli.dist.cache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Installation;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.dist.program.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// AOT caches are used where they fit, and cost nothing but time where they do not: no word, no other result.
class CacheIT {

    /// With this mode the JVM refuses to run without the cache.
    private static final Map<String, String> ONLY_CACHED =
            Map.of("DNSCLI_JAVA_OPTIONS", "-XX:AOTMode=on");

    /// Zones of all days have no more than this.
    private static final String EVERYDAY =
            """
            $TTL 1h
            $ORIGIN example.net.
            @  IN SOA ns1 hostmaster (
                  2026113001 ; serial
                  2h 1h 2w 5m )
               NS    ns1
               NS    ns2
               MX    10 www
               TXT   "v=spf1 -all" "and more"
               CAA   0 issue "ca.example.org"
               HTTPS 1 . alpn=h2,h3 ipv6hint=2001:db8::3
               AAAA  2001:db8::3
            $ORIGIN _tcp.example.net.
            _xmpp      SRV   5 0 5222 www.example.net.
            $ORIGIN example.net.
            _443._tcp.www TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            ns1    300 A     192.0.2.1
            ns2        A     192.0.2.2
            www    300 IN A  192.0.2.3
                       SSHFP 4 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            alias      CNAME www
            *.many     A     192.0.2.4
            _dmarc     TXT   "v=DMARC1; p=none"
            9.9        PTR   www
            child      NS    ns.child
                       DS    4711 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            ns.child   A     192.0.2.5
            $GENERATE 6-9 dhcp-$ A 192.0.2.$
            """;

    @TempDir private static Path folder;
    private static Installation image;
    private static Path zone;
    private static Tool.Run expected;

    /// What can have become of a cache.
    enum Damage {
        MISSING {
            @Override
            void to(Path cache) throws IOException {
                Files.delete(cache);
            }
        },
        EMPTY {
            @Override
            void to(Path cache) throws IOException {
                Files.write(cache, new byte[0]);
            }
        },
        TRUNCATED {
            @Override
            void to(Path cache) throws IOException {
                byte[] content = Files.readAllBytes(cache);
                Files.write(cache, Arrays.copyOf(content, content.length / 2));
            }
        },
        GARBAGE {
            @Override
            void to(Path cache) throws IOException {
                Files.write(cache, "not a cache\n".repeat(100_000).getBytes(ISO_8859_1));
            }
        },
        FOLDER {
            @Override
            void to(Path cache) throws IOException {
                Files.delete(cache);
                Files.createDirectory(cache);
            }
        },
        UNREADABLE {
            @Override
            void to(Path cache) throws IOException {
                Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("---------"));
            }
        },
        OF_ANOTHER_PROGRAM {
            @Override
            void to(Path cache) throws IOException {
                Files.copy(image.cache("oserve"), cache, REPLACE_EXISTING);
            }
        },
        /// The header says which build of the JVM wrote it.
        OF_ANOTHER_JAVA {
            @Override
            void to(Path cache) throws IOException {
                String content = Files.readString(cache, ISO_8859_1);
                String version = System.getProperty("java.vm.version");
                assertThat(content.indexOf(version)).isBetween(0, 4096);
                Files.writeString(
                        cache, content.replaceFirst(version.substring(0, 4), "24.9"), ISO_8859_1);
            }
        },
        OF_JARS_OF_ANOTHER_TIME {
            @Override
            void to(Path cache) throws IOException {
                var later = FileTime.from(Instant.parse("2030-01-01T00:00:00Z"));
                Files.setLastModifiedTime(cache.resolveSibling(Family.JAR), later);
            }
        };

        abstract void to(Path cache) throws IOException;
    }

    @BeforeAll
    static void install() throws Exception {
        image = Installation.OF_BUILD.copyTo(folder.resolve("image"));
        zone = folder.resolve("example.org");
        Files.writeString(zone, "@ 1 SOA ns1 h 1 3600 900 1209600 300\n@ 1 NS ns1\n");
        expected = check(Map.of());
        assertThat(expected.status()).isEqualTo(1);
        assertThat(expected.output()).contains("[ns-without-address]");
        assertThat(expected.errors()).isEmpty();
    }

    private static Tool.Run check(Map<String, String> more) throws Exception {
        return image.tool(more, "ozone").run(zone.toString());
    }

    @AfterEach
    void mend() throws IOException {
        var cache = image.cacheName("ozone");
        Files.deleteIfExists(image.library().resolve(cache));
        for (var file : new String[] {cache, Family.JAR}) {
            Files.copy(
                    Installation.OF_BUILD.library().resolve(file),
                    image.library().resolve(file),
                    REPLACE_EXISTING,
                    COPY_ATTRIBUTES);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.installed.Sources#programs")
    void startsEveryProgramWithItsCacheWhereverItLies(String program) throws Exception {
        assertThat(image.tool(ONLY_CACHED, program).run("--version"))
                .isEqualTo(Installation.version(program));
    }

    @Test
    void startsTheCheckerWithItsCacheWithoutOptionsToo() throws Exception {
        assertThat(check(ONLY_CACHED)).isEqualTo(expected);
    }

    /// One class from elsewhere costs the opening of a jar.
    @ParameterizedTest(name = "terminals: {0}")
    @ValueSource(strings = {"", "12"})
    void loadsNothingFromElsewhereToCheckASmallZone(String terminals) throws Exception {
        var log = folder.resolve("classes.log");
        var good = folder.resolve("example.net");
        Files.writeString(good, EVERYDAY);
        var run =
                image.tool(
                                Map.of(
                                        "LC_ALL",
                                        "C.UTF-8",
                                        "DNSCLI_JAVA_OPTIONS",
                                        "-Xlog:class+load:file=%s -Ddnscli.terminals=%s"
                                                .formatted(log, terminals)),
                                "ozone")
                        .run(good.toString());

        assertThat(run.status()).isZero();
        assertThat(Files.readAllLines(log))
                .hasSizeGreaterThan(1000)
                .allMatch(line -> line.endsWith("source: shared objects file"));
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfADamagedCache(Damage damage) throws Exception {
        damage.to(image.cache("ozone"));

        assertThat(check(Map.of())).isEqualTo(expected);
    }

    @Test
    void leavesTheCacheAloneOnAnotherJava() throws Exception {
        var other = Map.of("DNSCLI_JAVA_HOME", System.getProperty("java.home"));

        assertThat(check(other)).isEqualTo(expected);
    }

    @Test
    void saysThatThereIsNoJavaWhereItIsToldToTakeIt() throws Exception {
        assertThat(check(Map.of("DNSCLI_JAVA_HOME", folder.toString()))).isEqualTo(refusal(folder));
    }

    @Test
    void refusesAJavaThatIsTooOld() throws Exception {
        var old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        assertThat(old.resolve("bin/java").toFile().setExecutable(true)).isTrue();
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"24.0.2\"\n");

        assertThat(check(Map.of("DNSCLI_JAVA_HOME", old.toString()))).isEqualTo(refusal(old));
    }

    private static Tool.Run refusal(Path java) {
        return new Tool.Run(
                3,
                "",
                "ozone: error: no Java of 25 or newer in DNSCLI_JAVA_HOME, '"
                        + java
                        + "'\nozone: hint: unset it, or set it to the folder of one\n");
    }
}
