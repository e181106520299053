package io.github.dnscli.dist.debian;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.file.Template;
import io.github.dnscli.dist.installed.Sources;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The package, installed in a Debian without Java whose systemd has booted, with servers in the sandbox that their units
/// describe.
class InstalledIT {

    @TempDir private Path folder;

    @Test
    void servesAsPeopleExpectOfAPackage() throws Exception {
        assertThat(new CleanDebian(folder).boot(Template.read(InstalledIT.class, "installed.sh")))
                .isEqualTo(expected());
    }

    /// Primary and certifier, whose state outlives them.
    @Test
    @Tag("slow")
    void issuesACertificateUnderSystemdAndKeepsItOverARestart() throws Exception {
        assertThat(
                        new CleanDebian(folder)
                                .boot(Template.read(InstalledIT.class, "under-systemd.sh")))
                .isEqualTo(Template.read(InstalledIT.class, "under-systemd.txt"));
    }

    private static String expected() {
        var programs = new StringBuilder();
        for (var program : Sources.programs()) {
            programs.append(
                    """
                    %1$s --version: %1$s VERSION
                    %1$s --help: 0
                    man %1$s: found
                    bash: %1$s completes
                    fish: --verbosity
                    """
                            .formatted(program));
        }
        var functions = Sources.programs().stream().map(name -> "_" + name).sorted();
        programs.append(functions.collect(Collectors.joining(" ", "zsh: ", "\n")));
        return Template.read(InstalledIT.class, "installed.txt").replace("PROGRAMS\n", programs);
    }
}
