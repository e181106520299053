package io.github.dnscli.otlsafetch;

import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.cli.DurationOption;
import io.github.dnscli.cli.HostArgument;
import io.github.dnscli.cli.PortOption;
import io.github.dnscli.cli.ServerArgument;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What the user said to `otlsa-fetch`.
///
/// @param host whose certificate
/// @param server whom to ask; the system's resolver if empty
/// @param port where the server listens unless it says so itself
/// @param timeout how long to wait for it
/// @param key the file of the private key, or of a request for it
/// @param ca the file of trusted roots
/// @param output the file to write, `-` being standard output
/// @param onChange what to run when it has become another
record OtlsaFetchOptions(
        DomainName host,
        Optional<ServerArgument> server,
        int port,
        Duration timeout,
        Optional<String> key,
        Optional<String> ca,
        String output,
        Optional<ChangeCommand> onChange) {

    static final String KEY = "--key";
    static final String CA = "--ca";
    static final String OUTPUT = "--output";
    static final String ON_CHANGE = "--on-change";
    static final String STANDARD_OUTPUT = "-";

    static OtlsaFetchOptions of(ParseResult parsed) {
        var words = words(parsed);
        if (words.isEmpty()) {
            throw wrong(parsed, "missing HOST");
        }
        var host = host(parsed, words.getFirst());
        String output = parsed.matchedOptionValue(OUTPUT, host.display() + ".pem");
        Optional<String> command = Optional.ofNullable(parsed.matchedOptionValue(ON_CHANGE, null));
        if (command.isPresent() && output.equals(STANDARD_OUTPUT)) {
            throw wrong(
                    parsed,
                    "'%s' wants a file: what goes to standard output is always new"
                            .formatted(ON_CHANGE));
        }
        return new OtlsaFetchOptions(
                host,
                words.stream().skip(1).findFirst().map(ServerArgument::new),
                PortOption.read(parsed),
                DurationOption.timeout(parsed),
                Optional.ofNullable(parsed.matchedOptionValue(KEY, null)),
                Optional.ofNullable(parsed.matchedOptionValue(CA, null)),
                output,
                command.map(ChangeCommand::new));
    }

    /// {@return the host, and the server if there is one}; the one with `@` is the server wherever it stands
    private static List<String> words(ParseResult parsed) {
        var words = new ArrayList<String>();
        IntStream.range(0, 2)
                .mapToObj(index -> parsed.matchedPositionalValue(index, ""))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        if (!words.isEmpty() && words.getFirst().startsWith("@")) {
            words.add(words.removeFirst());
        }
        return words.size() == 1 && words.getFirst().startsWith("@") ? List.of() : words;
    }

    private static DomainName host(ParseResult parsed, String word) {
        try {
            var host = HostArgument.host(word);
            ServiceName.problem(host)
                    .ifPresent(
                            problem -> {
                                throw new TypeConversionException(problem);
                            });
            return host;
        } catch (TypeConversionException problem) {
            throw wrong(
                    parsed, "'%s' is not valid for HOST: %s".formatted(word, problem.getMessage()));
        }
    }

    private static ParameterException wrong(ParseResult parsed, String problem) {
        return new ParameterException(parsed.commandSpec().commandLine(), problem);
    }

    boolean isToStandardOutput() {
        return output.equals(STANDARD_OUTPUT);
    }
}
