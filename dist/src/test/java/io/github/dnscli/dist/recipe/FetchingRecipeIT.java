package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The recipe for fetching regularly. There is no systemd and no cron where tests run: the lines of the unit and of the table
/// are given to a shell.
class FetchingRecipeIT {

    private static final String HOST = "www.example.com";
    private static final Path UNIT =
            Sources.ROOT.resolve("dist/src/main/systemd/otlsa-fetch@.service");

    @TempDir private static Path root;
    private static House house;
    private static Recipe recipe;

    @BeforeAll
    static void open() throws Exception {
        house = House.open(root);
        recipe =
                house.recipe("fetching")
                        .with(
                                "&& systemctl reload nginx",
                                "&& echo reloaded >> " + house.shell().file("reloads"))
                        .with("'systemctl reload nginx'", "'echo by cron >> reloads'");
        recipe.opening().follow(house.shell());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void forget() throws Exception {
        house.shell().write("reloads", "");
        house.shell().succeed("rm -rf var/lib/otlsa-fetch && mkdir var/lib/otlsa-fetch");
    }

    private List<String> reloads() throws IOException {
        return Files.readAllLines(house.shell().file("reloads"));
    }

    /// What systemd would do with the unit.
    private int serve() throws Exception {
        for (String setting : List.of("ExecStart=", "ExecStartPost=+")) {
            var run = house.shell().type(line(setting));
            assertThat(run.output()).isEmpty();
            if (run.status() != 0) {
                return run.status();
            }
        }
        return 0;
    }

    private String line(String setting) throws IOException {
        String options = Files.readString(house.file("/etc/otlsa-fetch/" + HOST)).strip();
        return Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith(setting))
                .findFirst()
                .orElseThrow()
                .substring(setting.length())
                .replace("$OPTIONS", options.substring("OPTIONS=".length()))
                .replace("%S", house.file("/var/lib").toString())
                .replace("/etc/otlsa-fetch", house.file("/etc/otlsa-fetch").toString())
                .replace("%i", HOST);
    }

    @Test
    void theUnitReloadsOnceForEachCertificate() throws Exception {
        recipe.part("systemd").follow(house.shell());
        assertThat(serve()).isZero();
        assertThat(serve()).isZero();
        assertThat(reloads()).containsExactly("reloaded");
        assertThat(house.serial(HOST + ".pem"))
                .isEqualTo(house.serial(house.file("/var/lib/otlsa-fetch/" + HOST + ".pem")));
    }

    @Test
    void theUnitReloadsAgainUntilThatSucceeds() throws Exception {
        recipe.part("systemd").follow(house.shell());
        Path script = house.file("/etc/otlsa-fetch/on-change");
        String good = Files.readString(script);
        Files.writeString(script, "#!/bin/sh\nexit 5\n");
        assertThat(serve()).isEqualTo(5);
        Files.writeString(script, good);
        assertThat(serve()).isZero();
        assertThat(reloads()).containsExactly("reloaded");
    }

    @Test
    void theUnitNeedsNoScript() throws Exception {
        recipe.part("systemd").follow(house.shell());
        Files.delete(house.file("/etc/otlsa-fetch/on-change"));
        assertThat(serve()).isZero();
    }

    @Test
    void cronSpeaksOfTroubleAlone() throws Exception {
        recipe.part("cron").follow(house.shell());
        String line =
                Files.readAllLines(house.file("/etc/cron.d/otlsa-fetch"))
                        .getLast()
                        .replaceFirst("(\\S+ ){6}", "");
        house.renew(HOST);
        for (int hour = 0; hour < 2; hour++) {
            assertThat(house.shell().type(line)).isEqualTo(new Tool.Run(0, "", ""));
        }
        assertThat(reloads()).containsExactly("by cron");
        var trouble = house.shell().type(line.replace(HOST + " ", "nobody.example.com "));
        assertThat(trouble.status()).isEqualTo(1);
        assertThat(trouble.errors()).contains("nothing there yet");
    }
}
