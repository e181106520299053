package io.github.dnscli.cli;

import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Where a TSIG key comes from: the key itself as `NAME:ALGORITHM:BASE64`, a file as `@FILE`, an environment variable as
/// `env:VARIABLE`. Its text may be the secret, so it never shows itself.
public final class KeySource {

    /// The environment variable that stands in for a key that is not on the command line. It holds what could stand
    /// there.
    public static final String VARIABLE = "DNSCLI_KEY";

    private static final String LABEL = "KEY";
    private static final long LONGEST_FILE = 1 << 20;

    private final String text;

    /// Takes what stands on the command line.
    public KeySource(String text) {
        this.text = text;
    }

    /// {@return an option that takes a key}
    ///
    /// @param names `--dns-key`, and `--key` where the original says so
    public static OptionSpec.Builder option(String... names) {
        return OptionSpec.builder(names)
                .arity("1")
                .paramLabel(LABEL)
                .type(KeySource.class)
                .converters(KeySource::new)
                .description(
                        "Sign with this TSIG key: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE"
                                + " (default: the variable DNSCLI_KEY).");
    }

    /// {@return a positional parameter that takes a key}
    ///
    /// @param index its place, counted from 0
    public static PositionalParamSpec.Builder positional(int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .paramLabel(LABEL)
                .type(KeySource.class)
                .converters(KeySource::new)
                .description(
                        "The TSIG key to sign with: NAME:ALGORITHM:BASE64, @FILE or env:VARIABLE.");
    }

    /// {@return the key of the command line, else that of the environment}
    ///
    /// @throws IOException if a key file cannot be read
    public static KeyChoice choose(ParseResult parsed, World world, Console console)
            throws IOException {
        var given = Arguments.values(parsed, KeySource.class).findFirst();
        if (given.isPresent()) {
            given.get().warn(console);
            return given.get().open(world);
        }
        String variable = world.environment().getOrDefault(VARIABLE, "");
        return variable.isEmpty() ? new KeyChoice.Absent() : new KeySource(variable).open(world);
    }

    private void warn(Console console) {
        if (!isFile() && !isVariable()) {
            console.info(
                    "the key stands on the command line, where other users of this machine can see it;"
                            + " '@FILE' and 'env:VARIABLE' hide it");
        }
    }

    /// {@return the key that stands there}
    ///
    /// @throws IOException if it is a file that cannot be read
    public KeyChoice open(World world) throws IOException {
        if (isFile()) {
            return fromFile(text.substring(1), world);
        }
        return isVariable()
                ? fromVariable(text.substring("env:".length()), world)
                : literal(text, "");
    }

    private boolean isFile() {
        return text.startsWith("@");
    }

    private boolean isVariable() {
        return text.startsWith("env:");
    }

    private static KeyChoice fromVariable(String variable, World world) {
        String value = world.environment().getOrDefault(variable, "");
        return value.isEmpty()
                ? unusable("environment variable '" + variable + "' is not set")
                : literal(value, "environment variable '" + variable + "': ");
    }

    private static KeyChoice literal(String text, String where) {
        return switch (KeyText.parse(text)) {
            case ParsedKey.Valid(var key) -> new KeyChoice.Chosen(key);
            case ParsedKey.Invalid(var problem) -> unusable(where + problem);
        };
    }

    private static KeyChoice.Unusable unusable(String problem) {
        return new KeyChoice.Unusable(problem, ExitStatus.USAGE);
    }

    private static KeyChoice fromFile(String name, World world) throws IOException {
        var file = world.file(name);
        if (Files.size(file) > LONGEST_FILE) {
            return new KeyChoice.Unusable(
                    "'" + name + "' is too large for a key file", ExitStatus.UNKNOWN);
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return switch (KeyFile.parse(content, name).key()) {
            case ParsedKey.Valid(var key) -> new KeyChoice.Chosen(key);
            case ParsedKey.Invalid(var problem) ->
                    new KeyChoice.Unusable(problem, ExitStatus.UNKNOWN);
        };
    }

    /// {@return only the kind of source: the text may be a secret}
    @Override
    public String toString() {
        return isFile() || isVariable() ? text : "a literal key";
    }
}
