package io.github.dnscli.dist.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.dist.program.Programs;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published jars as modules, on a module path of them and of what they need.
class ModulesIT {

    private static final Pattern PUBLISHED =
            Pattern.compile(
                    ".*/(dns-cli-(?!testkit|dist|.*-tests)|picocli|bcp|bcutil|org\\.eclipse\\.jgit|sshd-|JavaEWAH"
                            + "|commons-codec|slf4j-api|jcl-over-slf4j|acme4j-|jose4j|jline-|jspecify)[^/]*\\.jar");

    @TempDir private Path folder;

    private static String modulePath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(PUBLISHED.asMatchPredicate())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Tool jdk(String program) {
        var file = Path.of(System.getProperty("java.home"), "bin", program);
        return new Tool(List.of(file.toString()), Map.of("PATH", Tool.path()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ozone", "otlsa-fetch", "oserve"})
    void programsStartAsThem(String name) throws Exception {
        var program =
                Programs.ALL.stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        String main = program.mainClass();
        String module = main.substring(0, main.lastIndexOf('.'));

        var run = jdk("java").run("-p", modulePath(), "-m", module + "/" + main, "--version");

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith(name + " ");
    }

    @Test
    void aStrangersModuleRequiresThem() throws Exception {
        Files.writeString(
                folder.resolve("module-info.java"),
                """
                module stranger {
                    requires io.github.dnscli.certificate;
                    requires io.github.dnscli.certifier;
                    requires io.github.dnscli.gitstore;
                    requires io.github.dnscli.server;
                }
                """);
        Files.createDirectory(folder.resolve("stranger"));
        Files.writeString(
                folder.resolve("stranger/Main.java"),
                """
                package stranger;

                import io.github.dnscli.common.name.DomainName;

                class Main {
                    public static void main(String[] arguments) {
                        System.out.println(DomainName.of("www.example.com").display());
                    }
                }
                """);
        String classes = folder.resolve("classes").toString();

        var compiled =
                jdk("javac")
                        .run(
                                "-p",
                                modulePath(),
                                "-d",
                                classes,
                                folder.resolve("module-info.java").toString(),
                                folder.resolve("stranger/Main.java").toString());
        var run =
                jdk("java")
                        .run(
                                "-p",
                                classes + File.pathSeparator + modulePath(),
                                "-m",
                                "stranger/stranger.Main");

        assertThat(compiled.output() + compiled.errors()).isEmpty();
        assertThat(run.output() + run.errors()).startsWith("www.example.com");
    }
}
